import { formatFlags } from '../help.ts';
import { historyFlags } from './history-flags.ts';

/** What `sonde history --help` prints. */
export const historyHelp = `Examples
  sonde history                               the last checks of all hosts
  sonde history web1.example.net --since 7d   what happened to this host
  sonde history web1.example.net:443 --changes
                                              when it broke, and when it came back
  sonde history --outcome timed_out --json    for programs

Usage
  sonde history [host] [options]

Options
${formatFlags(historyFlags)}

Newest first. The number in front is the one sonde compare takes. Exit code: 0 when a check was
found, 1 when none was, 2 for a command that cannot be read, 130 when interrupted.
`;
