import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde restore`, in the order the help shows them. */
export const restoreFlags = {
  force: { type: 'boolean', help: 'replace a history that has checks in it' },
  data: { type: 'string', value: '<dir>', help: 'restore the history in this folder instead of the app’s' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;
