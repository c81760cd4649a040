import { formatFlags } from '../help.ts';
import { importFlags } from './import-flags.ts';

/** What `sonde import --help` prints. */
export const importHelp = `Examples
  sonde import history.jsonl --dry-run        what is in it?
  sonde import history.jsonl                  take it in
  sonde import anna.jsonl --from "Anna’s laptop"
                                              checks a colleague made

Usage
  sonde import <file> [options]

Options
${formatFlags(importFlags)}

The file is one JSON object a line, as sonde export and sonde check --json write them. All of it is
imported or nothing: a line that is no check of Sonde is named, and nothing was changed. Checks that
are in the history already are left out. Names, tags and notes of hosts, and endpoints that were
never checked, come along and are put beside those that are here. Exit code: 0 when it was imported,
2 when not, 130 when interrupted.
`;
