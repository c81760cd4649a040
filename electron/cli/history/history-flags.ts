import { checkFlags, type Flag } from '../flags.ts';

/** The flags that choose checks of the history; `sonde history` and `sonde export` share them. */
export const choosingFlags = {
  since: { type: 'string', value: '<time>', help: 'not before: 2h, 7d, today, 14:30, 2026-11-20, "2026-11-20 14:30"' },
  until: { type: 'string', value: '<time>', help: 'before' },
  port: { type: 'string', value: '<port>', help: 'of this port only' },
  outcome: { type: 'string', value: '<outcome>', help: 'that ended so; several with commas: timed_out,refused' },
  failures: { type: 'boolean', help: 'that neither succeeded nor were cancelled' },
  changes: { type: 'boolean', help: 'whose outcome differs from the one before' },
  text: { type: 'string', value: '<text>', help: 'with this text in what came back' },
  data: { type: 'string', value: '<dir>', help: 'read the history in this folder instead of the app’s' },
} as const satisfies Record<string, Flag>;

/** The flags of `sonde history`, in the order the help shows them. */
export const historyFlags = {
  ...choosingFlags,
  limit: { type: 'string', value: '<n>', help: 'so many checks at the most (50); 0 for all' },
  json: { type: 'boolean', help: 'print one JSON object a line, as sonde check --json' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;

/** The name of a flag that chooses checks. */
export type ChoosingFlagName = keyof typeof choosingFlags;
