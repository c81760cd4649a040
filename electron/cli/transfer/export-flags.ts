import { checkFlags, type Flag } from '../flags.ts';
import { choosingFlags } from '../history/history-flags.ts';

/** The flags of `sonde export`, in the order the help shows them. */
export const exportFlags = {
  format: { type: 'string', value: '<format>', help: 'json (lossless), csv, markdown or html; by the file’s ending, else json' },
  output: { type: 'string', short: 'o', value: '<file>', help: 'write to this file instead of stdout' },
  force: { type: 'boolean', help: 'replace the file if it is there' },
  hide: { type: 'string', value: '<what>', help: 'leave out addresses, names, notes; several with commas' },
  question: { type: 'string', value: '<text>', help: 'what the report answers, as its title' },
  ...choosingFlags,
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;

/** The name of a flag of `sonde export`, without its dashes. */
export type ExportFlagName = keyof typeof exportFlags;
