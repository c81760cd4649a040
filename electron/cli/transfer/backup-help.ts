import { formatFlags } from '../help.ts';
import { backupFlags } from './backup-flags.ts';

/** What `sonde backup --help` prints. */
export const backupHelp = `Examples
  sonde backup sonde-history.sqlite           copy the history, and read the copy back

Usage
  sonde backup <file> [options]

Options
${formatFlags(backupFlags)}

The app may be open and checks may run meanwhile. The file appears once the copy is whole, verified
and on the disk. Exit code: 0 when it was, 2 when not, 130 when interrupted.
`;
