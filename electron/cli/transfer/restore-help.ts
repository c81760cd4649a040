import { formatFlags } from '../help.ts';
import { restoreFlags } from './restore-flags.ts';

/** What `sonde restore --help` prints. */
export const restoreHelp = `Examples
  sonde restore sonde-history.sqlite          into a history that is empty
  sonde restore sonde-history.sqlite --force  in place of the one that is there

Usage
  sonde restore <file> [options]

Options
${formatFlags(restoreFlags)}

The copy is verified first, and the history as it was is kept in the folder "backups" beside it:
restoring that one takes it back. The app may be open meanwhile. Exit code: 0 when it was restored,
2 when not, and nothing was changed; 130 when interrupted.
`;
