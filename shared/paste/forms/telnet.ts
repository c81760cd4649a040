import type { CommandForm } from '../command/command-form.ts';
import { family, ignored, ignoredValue, optionRules, source } from '../command/option-rule.ts';
import { unixSyntax } from '../command/option-syntax.ts';
import { readConnection } from '../command/read-connection.ts';

/** telnet: inetutils, netkit, BSD and Windows. A port other than 23 says nothing about the service, as people test any port with it. */
export const telnet: CommandForm = {
  programs: ['telnet'],
  syntax: unixSyntax,
  rules: optionRules(
    [ignored, '-8 -a -c -d -E -K -L -N -r -x -F -f'],
    [ignoredValue, '-e -k -l -n -S -t -X'],
    [family(4), '-4'],
    [family(6), '-6'],
    [source, '-b -s'],
  ),
  read: (words) => readConnection({ ...words, defaultPort: 23 }),
};
