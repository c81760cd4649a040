import type { CommandForm } from '../command/command-form.ts';
import { applyTo, family, ignored, ignoredValue, limit, optionRules, refuse, source, text, type Applied } from '../command/option-rule.ts';
import { unixSyntax } from '../command/option-syntax.ts';
import { readConnection } from '../command/read-connection.ts';
import { lastText, type Settings } from '../command/settings.ts';
import { splitHostPort } from '../read-place.ts';
import { withoutUser } from '../without-user.ts';

/** OpenSSH's client. What follows the host runs there and is no part of the check; what ~/.ssh/config says is not known here. */
export const ssh: CommandForm = {
  programs: ['ssh'],
  syntax: unixSyntax,
  rules: optionRules(
    [ignored, '-A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x -Y -y'],
    [ignoredValue, '-B -c -D -E -e -F -I -i -L -l -m -O -P -Q -R -S -w'],
    [text('port'), '-p'],
    [source, '-b'],
    [family(4), '-4'],
    [family(6), '-6'],
    [refuse('option_proxies'), '-J -W'],
    [{ kind: 'apply', takesValue: true, apply: applyKeyword }, '-o'],
  ),
  operandLimit: 2,
  read: ({ form, settings, operands: [destination = ''] }) => {
    const { host, port } = splitHostPort(withoutUser(destination.replace(/^ssh:\/\/([^/]*)\/?$/iu, '$1')));
    const operands = [lastText(settings, 'host') ?? host, lastText(settings, 'port') ?? port ?? ''];
    return readConnection({
      form,
      settings: { ...settings, options: { ...settings.options, service: 'ssh', tls: 'off' } },
      operands,
      defaultPort: 22,
    });
  },
};

/** The keywords of ssh_config(5) that change where a connection goes, in lower case. */
const keywords = optionRules(
  [text('port'), 'port'],
  [text('host'), 'hostname'],
  [limit, 'connecttimeout'],
  [source, 'bindaddress'],
  [refuse('option_proxies'), 'proxyjump proxycommand'],
);

/** "-o Port=22" and "-o 'Port 22'" are the same; "none" takes a proxy of the configuration away. */
function applyKeyword(settings: Settings, pair: string): Applied {
  const [, keyword = '', value = ''] = /^\s*(\w+)(?:\s*=\s*|\s+)(.*)$/su.exec(pair) ?? [];
  const word = keyword.toLowerCase();
  if (word === 'addressfamily') return applyFamily(settings, value.toLowerCase());
  const rule = keywords.get(word);
  return rule === undefined || (rule.kind === 'refuse' && value.toLowerCase() === 'none') ? settings : applyTo(rule, settings, value);
}

function applyFamily(settings: Settings, value: string): Applied {
  if (value === 'inet' || value === 'inet6') return applyTo(family(value === 'inet' ? 4 : 6), settings, '');
  return settings;
}
