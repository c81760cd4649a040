import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde repair`, in the order the help shows them. */
export const repairFlags = {
  yes: { type: 'boolean', help: 'do not ask first' },
  json: { type: 'boolean', help: 'print what became of it as JSON' },
  data: { type: 'string', value: '<dir>', help: 'repair the history in this folder instead of the app’s' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;
