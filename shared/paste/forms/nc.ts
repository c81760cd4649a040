import type { CommandForm } from '../command/command-form.ts';
import { family, ignored, ignoredValue, limit, optionRules, refuse, source, tlsOn, udp } from '../command/option-rule.ts';
import { unixSyntax } from '../command/option-syntax.ts';
import { readConnection } from '../command/read-connection.ts';

/**
 * nc: OpenBSD's as Debian and macOS ship it; what BusyBox and the traditional one add does not collide.
 *
 * `-z` does not become `connectOnly`: people paste "nc -vz" to learn whether a service works, and the whole check shows more.
 */
export const nc: CommandForm = {
  programs: ['nc', 'netcat', 'nc.openbsd', 'nc.traditional'],
  syntax: unixSyntax,
  rules: optionRules(
    [ignored, '-b -C -D -d -h -k -N -n -o -r -S -t -v -z'],
    [ignoredValue, '-G -g -I -i -M -m -O -P -p -q -T -V -W -X'],
    [limit, '-w'],
    [udp, '-u'],
    [family(4), '-4'],
    [family(6), '-6'],
    [source, '-s'],
    [tlsOn, '-c'],
    [refuse('option_listens'), '-l -L'],
    [refuse('option_proxies'), '-x'],
    [refuse('option_runs_program'), '-e -F'],
    [refuse('option_unix_socket'), '-U'],
    [refuse('option_other_transport'), '-Z'],
  ),
  read: (words) => readConnection({ ...words, defaultPort: null }),
};
