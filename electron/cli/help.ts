import { checkFlags, type Flag } from './flags.ts';

/** What `sonde --help` prints. */
export const sondeHelp = `Examples
  sonde check web1.example.net:80             is it open, and what answers?
  sonde check https://web1.example.net/       the same, with TLS and HTTP
  sonde check 203.0.113.96 1-1024             which ports are open?
  sonde check "nc -vz db1.example.net 5432"   what a customer or a manual wrote

Usage
  sonde check <target...> [options]           check endpoints; see sonde check --help
  sonde watch <target> [options]              check one endpoint again and again
  sonde console <host> <port> [options]       talk to a service, as nc
  sonde history [host] [options]              the checks that were kept
  sonde compare <number> <number> [options]   what changed between two of them
  sonde explain <number or target> [options]  what it means, and what to do next
  sonde read [file] [options]                 what a command printed elsewhere
  sonde export [host] [options]               as a report, for a spreadsheet, or to import again
  sonde import <file> [options]               take in checks that were exported
  sonde backup <file> [options]               copy the whole history, verified
  sonde restore <file> [options]              put such a copy back
  sonde repair [options]                      make a damaged history usable again
  sonde help <command>
  sonde --version
  sonde --help

Results go to stdout, messages to stderr. Exit code: 0 when every target had the expected
outcome, 1 when any had not, 2 for a command that cannot be read, 130 when interrupted.
`;

/** What `sonde check --help` prints. */
export const checkHelp = `Examples
  sonde check web1.example.net:80             host and port
  sonde check web1.example.net 80             the same, as nc takes it
  sonde check "[2001:db8::5]:443" -6          an IPv6 address
  sonde check https://web1.example.net/       a URL: TLS and HTTP
  sonde check 203.0.113.96 1-1024 --connect-only
                                              a range of ports, as nc -z
  sonde check mail.example.org:25 mail.example.org:587 --json
                                              several at once, for programs
  sonde check db1.example.net:5432 --expect timed_out
                                              a port that must not be reachable
  sonde check "curl -v https://web1.example.net/"
                                              a pasted command, in quotes

Usage
  sonde check <target...> [options]

Options
${formatFlags(checkFlags)}

A target is host:port, [IPv6]:port, host port, a URL, or one quoted command of nc, ncat, telnet,
curl, ssh, Test-NetConnection or bash /dev/tcp. At most 64 checks run at once. Results are kept in
the app's history unless --no-save; one that cannot be kept is shown and marked
all the same. Exit code: 0 when every target had the expected outcome, 1 when
any had not, 2 for a command that cannot be read, 130 when interrupted.
`;

/** The flags of a command, a line each: how they are written and what they do. */
export function formatFlags(flags: Readonly<Record<string, Flag>>): string {
  const rows = Object.entries(flags).map(([name, { short, value, help }]) => {
    const written = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return `  ${written.padEnd(24)}${help}`;
  });
  return rows.join('\n');
}
