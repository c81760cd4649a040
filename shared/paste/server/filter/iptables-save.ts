import { splitCommands } from '../../command/split-commands.ts';
import { iptablesRule } from './iptables-rule.ts';
import type { Chain, Rule, Verdict } from './rules.ts';

/** The filter table as `iptables -S` or `iptables-save` prints it; null when the lines are neither. */
export function readIptablesSave(lines: readonly string[]): ReadonlyMap<string, Chain> | null {
  const policies = new Map<string, NonNullable<Chain['policy']>>();
  const rules = new Map<string, Rule[]>();
  let isFilter = true;
  let isKnown = false;
  for (const line of lines) {
    const table = /^\*(\S{1,20})$/u.exec(line)?.[1];
    if (table !== undefined) isFilter = table === 'filter';
    const [, chain, policy] = /^(?:-P |:)(\S{1,40}) (ACCEPT|DROP|REJECT|-)(?: \[\d{1,20}:\d{1,20}\])?$/u.exec(line) ?? [];
    const [, chainOfRule, rest = ''] = /^-A (\S{1,40})(?: (.{0,2000}))?$/u.exec(line) ?? [];
    isKnown ||= chain !== undefined || chainOfRule !== undefined;
    if (!isFilter) continue;
    const verdict = policy === undefined ? undefined : policyVerdicts.get(policy);
    if (chain !== undefined && verdict !== undefined) policies.set(chain, { verdict, line });
    if (chainOfRule !== undefined)
      rules.set(chainOfRule, [...(rules.get(chainOfRule) ?? []), iptablesRule(splitCommands(rest).commands[0] ?? [], line)]);
  }
  if (!isKnown) return null;
  const names = new Set([...policies.keys(), ...rules.keys()]);
  return new Map(Array.from(names, (name) => [name, { policy: policies.get(name) ?? null, rules: rules.get(name) ?? [] }]));
}

/** What iptables calls what falls through a chain. */
export const policyVerdicts: ReadonlyMap<string, Verdict> = new Map([
  ['ACCEPT', 'accepts'],
  ['DROP', 'drops'],
  ['REJECT', 'rejects'],
]);
