/** The commands of the command line, in the order of the alphabet. */
export const commandNames = [
  'backup',
  'check',
  'compare',
  'console',
  'explain',
  'export',
  'history',
  'import',
  'read',
  'repair',
  'restore',
  'watch',
] as const;

/** A command of the command line. */
export type CommandName = (typeof commandNames)[number];
