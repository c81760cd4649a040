import { readPort } from '../../output/read-port.ts';
import { allOf, matchAddress, negate, type Match, type Packet } from './packet.ts';
import type { NftSets } from './nft-ruleset.ts';
import type { Action, Rule } from './rules.ts';

/** A rule in the words of `nft list ruleset`. What is not understood makes it unknown whether the rule matches. */
export function nftRule(line: string, sets: NftSets): Rule {
  const words = wordsOf(line).map((word) => (word.startsWith('@') ? listOf(sets.get(word.slice(1)) ?? null, word) : word));
  const conditions: ((packet: Packet) => Match)[] = [];
  let action: (packet: Packet) => Action = () => ({ kind: 'go_on' });
  for (let at = 0; at < words.length;) {
    const step = readStep(words, at);
    if (step.condition !== undefined) conditions.push(step.condition);
    if (step.action !== undefined) action = step.action;
    at = Math.max(step.next, at + 1);
  }
  const decided = action;
  return { line, match: (packet) => allOf(conditions.map((condition) => condition(packet))), action: (packet) => decided(packet) };
}

/** A named set stands for its elements, as if they were written there. */
function listOf(elements: readonly string[] | null, word: string): string {
  return elements === null ? word : `{ ${elements.join(', ')} }`;
}

/** Quoted texts and sets in braces are one word each. */
function wordsOf(line: string): readonly string[] {
  return Array.from(line.matchAll(/"[^"]{0,500}"|\{[^}]{0,5000}\}|[^\s"{}]{1,500}/gu), ([word]) => word);
}

interface Step {
  readonly next: number;
  readonly condition?: (packet: Packet) => Match;
  readonly action?: (packet: Packet) => Action;
}

function readStep(words: readonly string[], at: number): Step {
  return readVerdict(words, at) ?? readStatement(words, at) ?? readMatch(words, at) ?? notUnderstood(words, at);
}

function readVerdict(words: readonly string[], at: number): Step | null {
  const end = { next: words.length };
  switch (words[at]) {
    case 'accept':
      return { ...end, action: () => ({ kind: 'verdict', verdict: 'accepts' }) };
    case 'drop':
      return { ...end, action: () => ({ kind: 'verdict', verdict: 'drops' }) };
    case 'reject':
      return { ...end, action: () => ({ kind: 'verdict', verdict: 'rejects' }) };
    case 'return':
      return { ...end, action: () => ({ kind: 'return' }) };
    case 'continue':
      return { ...end, action: () => ({ kind: 'go_on' }) };
    case 'jump':
    case 'goto': {
      const [isGoto, chain] = [words[at] === 'goto', words[at + 1] ?? ''];
      return { ...end, action: () => ({ kind: 'jump', chain, isGoto }) };
    }
    default:
      return null;
  }
}

/** What counts, logs, marks or limits: up to the next verdict. A first connection is within any limit. */
function readStatement(words: readonly string[], at: number): Step | null {
  switch (words[at]) {
    case 'counter':
      return { next: words[at + 1] === 'packets' ? at + 5 : at + 1 };
    case 'comment':
      return { next: at + 2 };
    case 'log':
    case 'limit':
    case 'notrack':
      return { next: nextVerdict(words, at) };
    default:
      return null;
  }
}

function nextVerdict(words: readonly string[], at: number): number {
  const found = words.findIndex((word, index) => index > at && /^(?:accept|drop|reject|return|continue|jump|goto)$/u.test(word));
  return found < 0 ? words.length : found;
}

function notUnderstood(words: readonly string[], at: number): Step {
  return { next: nextVerdict(words, at), condition: () => 'unknown' };
}

/** "tcp dport { 22, 80 }", "ip saddr != 198.51.100.0/24", "ct state established,related", "iifname "lo"", "tcp dport vmap { ... }". */
function readMatch(words: readonly string[], at: number): Step | null {
  const field = fields.find(({ name }) => name.every((word, index) => words[at + index] === word));
  if (field === undefined) return null;
  const operatorAt = at + field.name.length;
  const operator = words[operatorAt] ?? '';
  if (operator === 'vmap') return { next: words.length, ...readMap(words[operatorAt + 1] ?? '', field) };
  const isNegated = operator === '!=';
  const valueAt = isNegated || operator === '==' ? operatorAt + 1 : operatorAt;
  const values = valuesOf(words[valueAt] ?? '');
  const match = (packet: Packet): Match => anyOf(values.map((value) => field.match(value, packet)));
  return { next: valueAt + 1, condition: (packet) => (isNegated ? negate(match(packet)) : match(packet)) };
}

function valuesOf(word: string): readonly string[] {
  const values = word
    .replace(/^\{|\}$/gu, '')
    .split(',')
    .map((value) => value.trim().replace(/^"|"$/gu, ''));
  return values.filter((value) => value !== '');
}

function anyOf(matches: readonly Match[]): Match {
  return matches.includes('yes') ? 'yes' : matches.includes('unknown') ? 'unknown' : 'no';
}

interface Field {
  readonly name: readonly string[];
  readonly match: (value: string, packet: Packet) => Match;
}

/** A map of values to verdicts: no entry that fits means that the rule does nothing. */
function readMap(word: string, field: Field): Pick<Step, 'condition' | 'action'> {
  if (!word.startsWith('{')) return { condition: () => 'unknown' };
  const entries = valuesOf(word).map((entry) => {
    const cut = entry.lastIndexOf(' : ');
    return {
      value: entry.slice(0, cut).trim(),
      verdict: readVerdict(
        entry
          .slice(cut + 3)
          .trim()
          .split(/\s+/u),
        0,
      )?.action,
    };
  });
  return {
    condition: (packet) => anyOf(entries.map(({ value }) => field.match(value, packet))),
    action: (packet) => entries.find(({ value }) => field.match(value, packet) === 'yes')?.verdict?.(packet) ?? { kind: 'go_on' },
  };
}

const fields: readonly Field[] = [
  ...(['tcp', 'udp'] as const).map((transport): Field => ({
    name: [transport, 'dport'],
    match: (value, packet) => (packet.transport === transport ? matchPort(value, packet) : 'no'),
  })),
  { name: ['th', 'dport'], match: matchPort },
  { name: ['meta', 'l4proto'], match: matchProtocol },
  { name: ['ip', 'protocol'], match: (value, packet) => (packet.family === 4 ? matchProtocol(value, packet) : 'no') },
  { name: ['ip6', 'nexthdr'], match: (value, packet) => (packet.family === 6 ? matchProtocol(value, packet) : 'no') },
  { name: ['meta', 'nfproto'], match: (value, { family }) => (value === (family === 4 ? 'ipv4' : 'ipv6') ? 'yes' : 'no') },
  { name: ['ct', 'state'], match: (value) => (value === 'new' ? 'yes' : 'no') },
  { name: ['ct', 'status'], match: () => 'no' },
  ...['iifname', 'iif'].map((name): Field => ({ name: [name], match: (value) => (value === 'lo' ? 'no' : 'unknown') })),
  ...['oifname', 'oif'].map((name): Field => ({ name: [name], match: () => 'no' })),
  { name: ['ip', 'saddr'], match: (value, packet) => (packet.family === 4 ? matchListed(packet.source, value) : 'no') },
  { name: ['ip6', 'saddr'], match: (value, packet) => (packet.family === 6 ? matchListed(packet.source, value) : 'no') },
  { name: ['ip', 'daddr'], match: (value, packet) => (packet.family === 4 ? matchListed(packet.destination, value) : 'no') },
  { name: ['ip6', 'daddr'], match: (value, packet) => (packet.family === 6 ? matchListed(packet.destination, value) : 'no') },
  { name: ['fib', 'daddr', 'type'], match: (value) => (value === 'local' ? 'yes' : 'no') },
  { name: ['icmp', 'type'], match: () => 'no' },
  { name: ['icmp', 'code'], match: () => 'no' },
  { name: ['icmpv6', 'type'], match: () => 'no' },
];

/** A set that was not printed with its elements. */
function matchListed(address: string | null, value: string): Match {
  return value.startsWith('@') ? 'unknown' : matchAddress(address, value);
}

function matchProtocol(value: string, { transport }: Packet): Match {
  return value === transport || value === (transport === 'tcp' ? '6' : '17') ? 'yes' : 'no';
}

/** "80", "http", "20-25". */
function matchPort(value: string, { port }: Packet): Match {
  if (value.startsWith('@')) return 'unknown';
  const [firstText = '', lastText = firstText] = /^\d+-\d+$/u.test(value) ? value.split('-') : [value];
  const [first, last] = [readPort(firstText), readPort(lastText)];
  if (first === null || last === null) return 'unknown';
  return port >= first && port <= last ? 'yes' : 'no';
}
