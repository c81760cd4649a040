import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde backup`, in the order the help shows them. */
export const backupFlags = {
  force: { type: 'boolean', help: 'replace the file if it is there' },
  data: { type: 'string', value: '<dir>', help: 'back up the history in this folder instead of the app’s' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;
