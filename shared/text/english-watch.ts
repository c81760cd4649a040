import type { WatchWords } from './watch-words.ts';

/** The words of a watch in English. */
export const englishWatch: WatchWords = {
  heading: (endpoint, every) => `${endpoint} every ${every}`,
  stopHint: 'Ctrl-C stops',
  changed: 'changed',
  summary: (checkCount, outcomes, length) => `${checkCount} ${checkCount === '1' ? 'check' : 'checks'} in ${length}: ${outcomes}`,
  noCheck: 'Stopped before a check was done.',
  slowedDown: (every, caution) => `Every ${every} from now on: ${caution}`,
  stoppedForService: (checkCount, caution) => `Stopped after ${checkCount} checks: ${caution}`,
  tooFast: (shortest) => `At most one check every ${shortest} is polite; say --yes to check more often.`,
  tooFastFor: (service, shortest, caution) =>
    `${service} is checked every ${shortest} at most, because ${caution} Say --yes to check more often.`,
  cautions: {
    mysql_counts_connections: 'it counts a connection without a login as an error, and after 100 in a row it blocks this computer.',
  },
};
