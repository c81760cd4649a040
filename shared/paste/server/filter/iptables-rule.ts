import { readPort } from '../../output/read-port.ts';
import { allOf, matchAddress, negate, type Match, type Packet } from './packet.ts';
import type { Action, Rule } from './rules.ts';

/** A rule in the words of `iptables -S`, after the chain's name. What a word is not known for makes it unknown whether the rule matches. */
export function iptablesRule(words: readonly string[], line: string): Rule {
  const conditions: ((packet: Packet) => Match)[] = [];
  let action: Action = { kind: 'go_on' };
  for (let index = 0; index < words.length;) {
    const isNegated = words[index] === '!';
    if (isNegated) index += 1;
    const option = words[index] ?? '';
    const value = words[index + 1] ?? '';
    if (option === '-j' || option === '-g') action = actionOf(value, option === '-g');
    const known = options.get(option);
    if (known === undefined) conditions.push(() => 'unknown');
    else if (known.match !== null) conditions.push((packet) => (isNegated ? negate : same)(known.match?.(value, packet) ?? 'yes'));
    index += 1 + (known?.valueCount ?? 0);
    if (known === undefined) while (index < words.length && !/^(?:-|!$)/u.test(words[index] ?? '')) index += 1;
  }
  const decided = action;
  return { line, match: (packet) => allOf(conditions.map((condition) => condition(packet))), action: () => decided };
}

function same(match: Match): Match {
  return match;
}

function actionOf(target: string, isGoto: boolean): Action {
  switch (target) {
    case 'ACCEPT':
      return { kind: 'verdict', verdict: 'accepts' };
    case 'DROP':
      return { kind: 'verdict', verdict: 'drops' };
    case 'REJECT':
      return { kind: 'verdict', verdict: 'rejects' };
    case 'RETURN':
      return { kind: 'return' };
    case 'LOG':
    case 'NFLOG':
    case 'MARK':
    case 'CONNMARK':
    case 'SET':
    case 'TCPMSS':
    case 'AUDIT':
      return { kind: 'go_on' };
    default:
      return { kind: 'jump', chain: target, isGoto };
  }
}

interface Option {
  readonly valueCount: number;
  /** Null says nothing of whether the rule matches. */
  readonly match: ((value: string, packet: Packet) => Match) | null;
}

const silent = (valueCount: number): Option => ({ valueCount, match: null });
const asking = (match: NonNullable<Option['match']>): Option => ({ valueCount: 1, match });

const options = new Map<string, Option>([
  ...['-m', '-j', '-g', '--comment', '--reject-with', '--log-prefix', '--log-level', '--limit', '--limit-burst'].map(
    (name): [string, Option] => [name, silent(1)],
  ),
  ...['--seconds', '--hitcount', '--name', '--mask', '--nflog-prefix', '--nflog-group', '--set-xmark', '--connlimit-mask'].map(
    (name): [string, Option] => [name, silent(1)],
  ),
  ...['--set', '--rsource', '--rdest', '--reap', '--log-tcp-options', '--log-ip-options', '--connlimit-saddr'].map(
    (name): [string, Option] => [name, silent(0)],
  ),
  // A list of recent clients and a count of connections catch the eager; a first connection passes them.
  ['--update', { valueCount: 0, match: () => 'no' }],
  ['--rcheck', { valueCount: 0, match: () => 'no' }],
  ['--connlimit-above', asking(() => 'no')],
  ['-p', asking(matchProtocol)],
  ['-s', asking((value, { source }) => matchAddress(source, value))],
  ['-d', asking((value, { destination }) => matchAddress(destination, value))],
  ['-i', asking((value) => (value === 'lo' ? 'no' : 'unknown'))],
  ['-o', asking(() => 'no')],
  ...['--dport', '--dports', '--destination-port', '--ports'].map((name): [string, Option] => [
    name,
    asking((value, { port }) => matchPorts(value, port)),
  ]),
  ...['--ctstate', '--state'].map((name): [string, Option] => [name, asking((value) => (value.split(',').includes('NEW') ? 'yes' : 'no'))]),
  ['--syn', { valueCount: 0, match: (_, { transport }) => (transport === 'tcp' ? 'yes' : 'no') }],
  ['--tcp-flags', { valueCount: 2, match: () => 'unknown' }],
  ['--icmp-type', asking(() => 'no')],
  ['--icmpv6-type', asking(() => 'no')],
  ['--dst-type', asking((value) => (value === 'LOCAL' ? 'yes' : 'no'))],
]);

const protocolNumbers = new Map([
  ['6', 'tcp'],
  ['17', 'udp'],
]);

function matchProtocol(value: string, { transport }: Packet): Match {
  if (/^(?:all|0|ip|ipv6)$/u.test(value)) return 'yes';
  return (protocolNumbers.get(value) ?? value) === transport ? 'yes' : 'no';
}

/** "80", "20:25", "ftp,http", "1024:". */
function matchPorts(value: string, port: number): Match {
  const parts = value.split(',').map((part): Match => {
    const [firstText = '', lastText = firstText] = part.split(':');
    const first = firstText === '' ? 0 : readPort(firstText);
    const last = lastText === '' ? LAST_PORT : readPort(lastText);
    if (first === null || last === null) return 'unknown';
    return port >= first && port <= last ? 'yes' : 'no';
  });
  return parts.includes('yes') ? 'yes' : parts.includes('unknown') ? 'unknown' : 'no';
}

const LAST_PORT = 65_535;
