import { readPairs } from '../output/read-pairs.ts';
import { readPort } from '../output/read-port.ts';
import type { OutputForm } from '../output/output-form.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { learnt, type Told } from '../output/told.ts';

/**
 * Get-NetFirewallProfile, Get-NetFirewallRule and `netsh advfirewall`. A block beats an allow, and what no rule names is dropped
 * (MS-FASP FW_RULE_ACTION). Rules count only when their port is shown or the command asked for it.
 */
export const windowsFirewall: OutputForm = {
  name: 'Windows Firewall',
  needsTarget: true,
  read: ({ lines, command }, context) => {
    const told = readProfiles(lines) ?? readRules(lines, command ?? '', context);
    return told === null ? null : [learnt({ kind: 'system', system: 'windows' }, lines[0] ?? command ?? ''), ...told];
  },
};

/** As a table, as a list, or as netsh prints it. */
function readProfiles(lines: readonly string[]): readonly Told[] | null {
  const states = lines.flatMap((line) => {
    const [, table, list, netsh] =
      /^(?:Domain|Private|Public) {1,20}(True|False|1|0)\b|^Enabled +: (True|False)$|^State {3,60}(ON|OFF)$/u.exec(line) ?? [];
    const word = table ?? list ?? netsh;
    return word === undefined ? [] : [{ isOn: /^(?:True|1|ON)$/u.test(word), line }];
  });
  const isProfile = lines.some((line) => /DefaultInboundAction|^(?:Domain|Private|Public) (?:Profile )/u.test(line));
  if (states.length === 0 || !isProfile) return null;
  const on = states.find(({ isOn }) => isOn);
  return [learnt({ kind: 'firewall', firewall: 'windows', isActive: on !== undefined }, (on ?? states[0])?.line ?? '')];
}

interface WindowsRule {
  readonly isBlock: boolean;
  readonly line: string;
}

function readRules(lines: readonly string[], command: string, context: PasteContext): readonly Told[] | null {
  const port = context.target?.port ?? null;
  const asked = /LocalPort -eq '?(\d{1,5})/iu.exec(command)?.[1];
  const isAsked = asked !== undefined && readPort(asked) === port;
  const isTable = lines.some(
    (line) => /^\S{0,40} *.{0,200}\bDirection\b.{0,40}\bAction\b/u.test(line) || /^(?:Direction|Richtung) *:/u.test(line),
  );
  const isNetsh = lines.some((line) => /^Rule Name: /u.test(line));
  if (!isTable && !isNetsh && !isAsked) return null;
  const rules = isNetsh ? readNetsh(lines, context) : isAsked ? [...readTable(lines), ...readLists(lines)] : [];
  if (!isNetsh && !isAsked) return [];
  const deciding = rules.find(({ isBlock }) => isBlock) ?? rules[0];
  const verdict = deciding === undefined || deciding.isBlock ? 'drops' : 'accepts';
  return [learnt({ kind: 'firewall_rule', firewall: 'windows', verdict, family: null }, deciding?.line ?? command)];
}

function readTable(lines: readonly string[]): readonly WindowsRule[] {
  return lines.flatMap((line) => {
    const [, enabled, action] = /\s(True|False) +Inbound +(Allow|Block)$/u.exec(line) ?? [];
    return enabled === 'True' ? [{ isBlock: action === 'Block', line: line.trim() }] : [];
  });
}

function readLists(lines: readonly string[]): readonly WindowsRule[] {
  return paragraphs(lines).flatMap((paragraph) => {
    const pairs = readPairs(paragraph);
    if (pairs.get('Enabled') !== 'True' || pairs.get('Direction') !== 'Inbound') return [];
    return [{ isBlock: pairs.get('Action') === 'Block', line: paragraph.find((line) => line.startsWith('Action')) ?? '' }];
  });
}

function readNetsh(lines: readonly string[], { target }: PasteContext): readonly WindowsRule[] {
  return paragraphs(lines).flatMap((paragraph) => {
    const pairs = readPairs(paragraph);
    const isOf = pairs.get('Enabled') === 'Yes' && pairs.get('Direction') === 'In' && target !== null;
    const isPort = isOf && isProtocol(pairs.get('Protocol'), target.transport) && holds(pairs.get('LocalPort') ?? 'Any', target.port);
    return isPort ? [{ isBlock: pairs.get('Action') === 'Block', line: paragraph.find((line) => line.startsWith('Rule Name')) ?? '' }] : [];
  });
}

function isProtocol(text: string | undefined, transport: string): boolean {
  return text === undefined || text === 'Any' || text.toLowerCase() === transport;
}

function holds(text: string, port: number): boolean {
  return text.split(',').some((range) => {
    const [first = '', last = first] = range.trim().split('-');
    return range.trim() === 'Any' || (port >= Number(first) && port <= Number(last));
  });
}

function paragraphs(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}
