import { formatFlags } from '../help.ts';
import { explainFlags } from './explain-flags.ts';

/** What `sonde explain --help` prints. */
export const explainHelp = `Examples
  sonde explain 118                           what check 118 means, and what to do next
  sonde explain web1.example.net:80           check it now, and explain that
  sonde explain web1.example.net:80 --measure measure, too, what would have to be asked otherwise
  sonde explain 118 --paste ss.txt            with what a command printed on the server
  sonde explain 118 --answer right_port=yes,system=linux
                                              with answers to its questions

Usage
  sonde explain <check number | target> [options]

Options
${formatFlags(explainFlags)}

What was measured, answered and pasted in the endpoint's case, in the window, counts here, too.
Commands are only printed, never run. One that changes something stands with its undo. Exit code: 0
when it could be explained, 2 for a command that cannot be read or a check that is not there, 130
when interrupted.
`;
