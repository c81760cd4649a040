import { iptablesRule } from './iptables-rule.ts';
import { policyVerdicts } from './iptables-save.ts';
import type { Chain, Rule } from './rules.ts';

/** The filter table as `iptables -L` prints it, with or without -v, -n and --line-numbers; null when the lines are none. */
export function readIptablesList(lines: readonly string[]): ReadonlyMap<string, Chain> | null {
  const chains = new Map<string, Chain>();
  let name: string | null = null;
  let columns: readonly string[] = [];
  for (const line of lines) {
    const [, chain, policy] = /^Chain (\S{1,40}) \((?:policy (ACCEPT|DROP|REJECT)|\d{1,9} references)/u.exec(line) ?? [];
    if (chain !== undefined) {
      name = chain;
      const verdict = policyVerdicts.get(policy ?? '');
      chains.set(chain, { policy: verdict === undefined ? null : { verdict, line }, rules: [] });
    } else if (/^ *(?:num +)?(?:pkts bytes )?target +prot opt /u.test(line)) {
      columns = line.trim().split(/\s+/u);
    } else if (name !== null && line.trim() !== '' && columns.length > 0) {
      const before = chains.get(name);
      const rule = readRow(line, columns);
      if (before !== undefined && rule !== null) chains.set(name, { ...before, rules: [...before.rules, rule] });
    }
  }
  return chains.size === 0 ? null : chains;
}

/** A row without a target has one word less before "opt", which is "--" or a fragment flag. */
function readRow(line: string, columns: readonly string[]): Rule | null {
  const words = line.trim().split(/\s+/u);
  const optAt = columns.indexOf('opt');
  const foundAt = words.findIndex((word, index) => index >= optAt - 1 && /^(?:--|-f|!f)$/u.test(word));
  const hasTarget = foundAt === optAt;
  if (foundAt < 0 || (!hasTarget && foundAt !== optAt - 1)) return null;
  const cells = hasTarget ? words : [...words.slice(0, columns.indexOf('target')), '', ...words.slice(columns.indexOf('target'))];
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  const extra = cells.slice(columns.length);
  const isVerbose = columns.includes('in');
  return iptablesRule(
    [
      ...option('-p', cell('prot')),
      ...option('-s', cell('source')),
      ...option('-d', cell('destination')),
      ...(isVerbose && !/^(?:\*|any)$/u.test(cell('in')) ? option('-i', cell('in')) : []),
      ...(isVerbose && !/^(?:\*|any)$/u.test(cell('out')) ? option('-o', cell('out')) : []),
      ...readExtra(extra.join(' ')),
      // Without -v it is not shown that a rule is for the loopback interface alone, as the rule that accepts everything mostly is.
      ...(!isVerbose && extra.length === 0 && cell('target') === 'ACCEPT' && /^(?:all|0)$/u.test(cell('prot'))
        ? ['--interface-not-shown']
        : []),
      ...(cell('target') === '' ? [] : [/\[goto\]/u.test(line) ? '-g' : '-j', cell('target')]),
    ],
    line.trim(),
  );
}

function option(name: string, value: string): readonly string[] {
  return value.startsWith('!') ? ['!', name, value.slice(1)] : [name, value];
}

/** What follows the columns, in the words of `iptables -S`. */
function readExtra(text: string): readonly string[] {
  let rest = text
    .replace(/\/\*.{0,300}?\*\//gu, '')
    .replace(/\[goto\]|\b(?:LOG|NFLOG) .*$/u, '')
    .trim();
  const words: string[] = [];
  for (const { pattern, toWords } of extras) {
    rest = rest.replace(pattern, (...found: readonly string[]) => {
      words.push(...toWords(found[1] ?? '', found[2] ?? ''));
      return '';
    });
  }
  return rest.trim() === '' ? words : [...words, '--not-understood'];
}

const extras: readonly { readonly pattern: RegExp; readonly toWords: (one: string, two: string) => readonly string[] }[] = [
  { pattern: /\breject-with \S{1,40}/gu, toWords: () => [] },
  { pattern: /\bmultiport dports (!?)(\S{1,200})/gu, toWords: (not, ports) => [...(not === '!' ? ['!'] : []), '--dports', ports] },
  { pattern: /\b(?:tcp|udp) dpts?:(!?)(\S{1,60})/gu, toWords: (not, ports) => [...(not === '!' ? ['!'] : []), '--dport', ports] },
  { pattern: /^(?:tcp|udp)$/gu, toWords: () => [] },
  { pattern: /\b(?:ct)?state (\S{1,60})/gu, toWords: (states) => ['--ctstate', states] },
  { pattern: /\bADDRTYPE match dst-type (\S{1,40})/gu, toWords: (kind) => ['--dst-type', kind] },
  { pattern: /\blimit: avg \S{1,20} burst \d{1,9}/gu, toWords: () => [] },
  { pattern: /\bflags:0x17\/0x02\b/gu, toWords: () => ['--syn'] },
  { pattern: /\bicmptype \d{1,3}|\bipv6-icmptype \d{1,3}/gu, toWords: () => ['--icmp-type', 'any'] },
];
