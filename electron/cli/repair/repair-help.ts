import { formatFlags } from '../help.ts';
import { repairFlags } from './repair-flags.ts';

/** What `sonde repair --help` prints. */
export const repairHelp = `Examples
  sonde repair                                repair the app’s history, after asking
  sonde repair --yes --json                   the same from a script

Usage
  sonde repair [options]

Options
${formatFlags(repairFlags)}

Reads every check that can be read, takes what is missing from the newest backup that is whole, and
puts the new history in place once it is verified. The damaged files are kept in the folder
"quarantine" beside it; nothing is deleted. A history of a newer Sonde is left untouched. Exit code: 0
when the history is whole now, 1 when it is but checks are lost, 2 when it was not repaired and nothing
was changed, 130 when interrupted.
`;
