import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde import`, in the order the help shows them. */
export const importFlags = {
  'dry-run': { type: 'boolean', help: 'read all of it and tell what would come, but change nothing' },
  from: { type: 'string', value: '<place>', help: 'where these checks were made, if not on this computer' },
  data: { type: 'string', value: '<dir>', help: 'import into the history in this folder instead of the app’s' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;
