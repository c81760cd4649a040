import { formatFlags } from '../help.ts';
import { watchFlags } from './watch-flags.ts';

/** What `sonde watch --help` prints. */
export const watchHelp = `Examples
  sonde watch web1.example.net:80             a line every 2 s, until Ctrl-C
  sonde watch db1.example.net 5432 --until-change --bell
                                              ring when it comes back
  sonde watch https://web1.example.net/ --interval 10 --count 60
                                              every 10 s for ten minutes
  sonde watch mail.example.org:25 --json      one JSON object a line, for programs

Usage
  sonde watch <target> [options]

Options
${formatFlags(watchFlags)}

A target is one endpoint, written as for sonde check. One check runs at a time; the next one starts
on time however long this one took. Statistics follow at the end, also after Ctrl-C. A service that
punishes repetition (MySQL) is checked once a minute and 50 times at most, unless --yes is given.
Exit code: 0 when the last check had the expected outcome, or with --until-change when it changed;
1 when not; 2 for a command that cannot be read; 130 when interrupted.
`;
