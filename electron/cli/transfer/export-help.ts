import { formatFlags } from '../help.ts';
import { exportFlags } from './export-flags.ts';

/** What `sonde export --help` prints. */
export const exportHelp = `Examples
  sonde export web1.example.net --output web1.html
                                              a report for a ticket
  sonde export web1.example.net --since 7d --format markdown --hide addresses,names
                                              the same, for others’ eyes
  sonde export --outcome timed_out --output timeouts.csv
                                              rows for a spreadsheet
  sonde export > history.jsonl                everything; sonde import reads it back

Usage
  sonde export [host] [options]

Options
${formatFlags(exportFlags)}

What is hidden gets a stand-in that is the same everywhere in the file: host-1, address-2. A file is
written as a whole or not at all. Exit code: 0 when it was written, 1 when nothing matches, 2 for
a command that cannot be read or a file that cannot be written, 130 when interrupted.
`;
