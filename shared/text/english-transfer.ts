import type { TransferWords } from './transfer-words.ts';

const checks = (count: string): string => `${count} ${count === '1' ? 'check' : 'checks'}`;
const hosts = (count: string): string => `${count} ${count === '1' ? 'host' : 'hosts'}`;

/** The words of history, export, import and backup in English. */
export const englishTransfer: TransferWords = {
  noCheck: 'No check matches.',
  neverChecked: (host) => `${host} was never checked.`,
  noHistory: (folder) => `There is no history in ${folder}.`,
  exported: (checkCount, path) => `${checks(checkCount)} written to ${path}.`,
  reading: (checkCount) => `Read ${checkCount}…`,
  exporting: (checkCount) => `Written ${checkCount}…`,
  damagedLeftOut: (count) => `${count} damaged ${count === '1' ? 'check is' : 'checks are'} left out.`,
  imported: (checkCount, hostCount) => `${checks(checkCount)} of ${hosts(hostCount)} imported.`,
  wouldImport: (checkCount, hostCount) => `This would import ${checks(checkCount)} of ${hosts(hostCount)}.`,
  newHosts: (count) => `${hosts(count)} ${count === '1' ? 'is' : 'are'} new.`,
  labelsOf: (count) => `Names, tags and notes of ${hosts(count)} come along.`,
  alreadyThere: (count) => `${count} ${count === '1' ? 'is' : 'are'} in the history already and left out.`,
  period: (from, to) => `From ${from} to ${to}.`,
  importing: (share) => `Read ${share}…`,
  badLine: (lineNumber, why, detail) => `Line ${lineNumber} ${why}${detail === '' ? '' : ` (${detail})`}; nothing was imported.`,
  badLines: {
    too_long: 'is longer than any check',
    not_utf8: 'is not UTF-8',
    not_json: 'is not JSON',
    not_a_check: 'is not a check of Sonde',
    too_many_lines: 'is one too many: import at most a million at once',
  },
  backedUp: (size, path) => `The history was copied to ${path} and verified (${size}).`,
  backingUp: (share) => `Copied ${share}…`,
  restored: (keptPath) => `The history was replaced by the copy. What was there before is kept in ${keptPath}.`,
  restoring: (share) => `Restored ${share}…`,
  restoreReplaces: (checkCount) => `This replaces a history of ${checks(checkCount)}, which is kept beside it; say --force to do it.`,
  isHistory: 'That is the history itself: name another file.',
  exists: (path) => `${path} is there already; say --force to replace it.`,
  fileNotRead: (path, detail) => `${path} cannot be read: ${detail}.`,
  fileNotWritten: ({ path, detail }) => `${path} cannot be written: ${detail}.`,
  stopped: 'Stopped: nothing was changed.',
};
