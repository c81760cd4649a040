import { formatFlags } from '../help.ts';
import { compareFlags } from './compare-flags.ts';

/** What `sonde compare --help` prints. */
export const compareHelp = `Examples
  sonde compare 118 121                       what changed between two checks
  sonde compare web1.example.net:80           between the last check and the last that worked
  sonde compare 118 121 --json                for programs

Usage
  sonde compare <number> <number> [options]
  sonde compare <target> [options]

Options
${formatFlags(compareFlags)}

The numbers are those sonde check and sonde history show. The older check comes first, whichever is
named first. Exit code: 0 when nothing changed, 1 when something did, 2 for a command that cannot be
read or a check that is not there.
`;
