import type { CommandForm } from '../command/command-form.ts';
import { family, ignored, ignoredValue, limit, optionRules, refuse, source, text, tlsOn, udp } from '../command/option-rule.ts';
import { unixSyntax } from '../command/option-syntax.ts';
import { readConnection } from '../command/read-connection.ts';
import { nameServer } from '../command/name-server.ts';

/** Nmap's ncat (nmap.org/ncat). Its own default port, 31337, is asked for: nobody means it. */
export const ncat: CommandForm = {
  programs: ['ncat'],
  syntax: unixSyntax,
  rules: optionRules(
    [
      ignored,
      '-C --crlf -h --help -k --keep-open -n --nodns -t --telnet -v --verbose -z --version --append-output --send-only --recv-only',
    ],
    [ignored, '--no-shutdown --broker --chat --ssl-verify'],
    [ignoredValue, '-g -G -m --max-conns -d --delay -o --output -x --hex-dump -i --idle-timeout -p --source-port -q'],
    [ignoredValue, '--allow --allowfile --deny --denyfile --ssl-cert --ssl-key --ssl-trustfile --ssl-ciphers --ssl-alpn'],
    [ignoredValue, '--proxy-type --proxy-auth --proxy-dns'],
    [limit, '-w --wait'],
    [udp, '-u --udp'],
    [family(4), '-4'],
    [family(6), '-6'],
    [source, '-s --source'],
    [tlsOn, '--ssl'],
    [text('serverName'), '--ssl-servername'],
    [refuse('option_listens'), '-l --listen'],
    [refuse('option_proxies'), '--proxy'],
    [refuse('option_runs_program'), '-c --sh-exec -e --exec --lua-exec'],
    [refuse('option_unix_socket'), '-U --unixsock --vsock'],
    [refuse('option_other_transport'), '--sctp'],
  ),
  read: (words) => nameServer(readConnection({ ...words, defaultPort: null }), words.settings),
};
