import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde compare`, in the order the help shows them. */
export const compareFlags = {
  all: { type: 'boolean', help: 'show what is the same, too' },
  data: { type: 'string', value: '<dir>', help: 'read the history in this folder instead of the app’s' },
  json: { type: 'boolean', help: 'print one JSON object: both checks and every difference' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;
