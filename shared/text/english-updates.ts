import type { UpdatesWords } from './updates-words.ts';

/** The words of looking for a new version, in English. */
export const englishUpdates: UpdatesWords = {
  title: 'New versions',
  atStart: 'Look for a new version when Sonde starts',
  atStartHint:
    'At most once a day, one request that tells the version of Sonde and nothing else. Nothing is ever downloaded or installed by itself.',
  lastLook: 'Last look',
  never: 'Not looked with this version yet',
  lookedAt: (moment) => `Looked on ${moment}.`,
  lookNow: 'Look now',
  looking: (site) => `Asking ${site}…`,
  stop: 'Stop',
  lookAgain: 'Look again',
  openPage: 'Open the release page',
  pageNotOpened: 'This system has no program that opens the page.',
  current: (installed) => `Sonde ${installed} is the newest version.`,
  newer: (version) => `Sonde ${version} is there.`,
  newerHint: (released) => `Released on ${released}. The release page opens in your browser; Sonde downloads nothing by itself.`,
  unreachable: (code) => `The list of releases could not be read (${code}).`,
  refused: {
    not_https: 'The address of the list of releases is not an https address, so it was not asked.',
    redirected: 'The list of releases pointed to another place, and that was not followed.',
    too_large: 'The answer is far too large for a list of releases.',
    malformed: 'The answer is no list of releases.',
    wrong_signature: 'The list of releases is not signed by those who make Sonde.',
    older: 'The list of releases names a version older than this one.',
    expired: 'The list of releases is out of date.',
    replayed: 'The list of releases is older than one that was seen before.',
    from_future: 'The list of releases has a date in the future: it, or the clock of this computer, is wrong.',
  },
  refusedHint: 'It was not believed. This version goes on as it is.',
};
