import { formatFlags } from '../help.ts';
import { consoleFlags } from './console-flags.ts';

/** What `sonde console --help` prints. */
export const consoleHelp = `Examples
  sonde console ftp1.example.net 21           talk to a service; Ctrl-D half-closes, Ctrl-C closes
  sonde console mail.example.org 587 --starttls submission
                                              the same, in TLS once the service agreed
  printf 'QUIT\\r\\n' | sonde console ftp1.example.net 21 -w 5
                                              in a pipe, as nc
  sonde console web1.example.net 443 --tls -C < request.txt
                                              send a file with CR LF, and read the answer
  sonde console -l 4711 --hex                 wait at a port, and see what comes

Usage
  sonde console <host> <port> [options]
  sonde console -l [address] <port> [options]

Options
${formatFlags(consoleFlags)}

In a pipe every byte passes untouched, and the end of the input keeps the connection open until the
other side closes, unless -N, -q or -w. Where stdin or stdout is a terminal, control characters that
come are made visible, unless --raw. Lines typed at a terminal end as the service wants it, and in LF
where it is not known, as with nc; a new session in the window begins with CR LF there.

The session is kept in the app's history, unless --no-save: at a terminal what came, without
credentials, and what was sent with --keep-sent; of a pipe only how it went and how much it was.
Exit code: 0 when there was a connection, 1 when there was none (or no safe one), 2 for a command that
cannot be read, 130 when interrupted.
`;
