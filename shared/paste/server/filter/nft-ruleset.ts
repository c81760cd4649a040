import type { Family } from '../../../check/evidence.ts';
import { nftRule } from './nft-rule.ts';
import type { Chain, Rule, Verdict } from './rules.ts';

/** A table of nftables: its chains, and which of them packets for this computer enter. */
export interface NftTable {
  readonly families: readonly Family[];
  readonly chains: ReadonlyMap<string, Chain>;
  /** The base chains at the input hook, with their priority. */
  readonly entries: readonly { readonly chain: string; readonly priority: number }[];
}

/** The tables that `nft list ruleset` prints; null when the lines are none. */
export function readNftRuleset(lines: readonly string[]): readonly NftTable[] | null {
  const tables: NftTable[] = [];
  let open: OpenTable | null = null;
  let depth = 0;
  for (const printed of lines) {
    const line = printed.trim().replace(/ ?# handle \d{1,9}$/u, '');
    const [, family] = /^table (inet|ip6|ip|arp|bridge|netdev) \S{1,64} \{$/u.exec(line) ?? [];
    if (family !== undefined && depth === 0)
      open = { families: familiesOf(family), chains: new Map(), entries: [], chain: null, block: null, sets: new Map() };
    depth += braces(line);
    if (open === null) continue;
    readLine(open, line, depth);
    if (depth <= 0) {
      tables.push({ families: open.families, chains: open.chains, entries: open.entries });
      open = null;
      depth = 0;
    }
  }
  return tables.length === 0 ? null : tables;
}

/** A set by its name: its elements as they are printed. */
export type NftSets = ReadonlyMap<string, readonly string[]>;

interface OpenTable {
  readonly families: readonly Family[];
  readonly chains: Map<string, { policy: Chain['policy']; rules: Rule[] }>;
  readonly entries: { chain: string; priority: number }[];
  chain: string | null;
  /** The set, map or flowtable whose lines come now, and the depth at which it ends. */
  block: { readonly name: string; readonly endsAt: number } | null;
  readonly sets: Map<string, string[]>;
}

function readLine(table: OpenTable, line: string, depth: number): void {
  const block = /^(chain|set|map|flowtable|counter|quota|limit|ct \w+) (\S{1,64}) \{$/u.exec(line);
  if (block?.[1] === 'chain') {
    table.chain = block[2] ?? '';
    table.chains.set(table.chain, { policy: null, rules: [] });
  } else if (block !== null) {
    table.block = { name: block[2] ?? '', endsAt: depth - 1 };
    if (block[1] === 'set') table.sets.set(table.block.name, []);
  } else if (table.block !== null) {
    table.sets.get(table.block.name)?.push(...readElements(line));
    if (depth <= table.block.endsAt) table.block = null;
  } else if (line === '}') {
    table.chain = null;
  } else if (table.chain !== null) {
    readChainLine(table, table.chain, line);
  }
}

function readChainLine(table: OpenTable, name: string, line: string): void {
  const chain = table.chains.get(name);
  const [, hook, priorityText] =
    /^type filter hook (\w{1,12})(?: device \S{1,40})? priority (\S{1,20}(?: [+-] \d{1,6})?);/u.exec(line) ?? [];
  if (chain === undefined || line === '') return;
  if (hook === undefined) {
    if (!line.startsWith('type ') && !line.startsWith('#')) chain.rules.push(nftRule(line, table.sets));
    return;
  }
  if (hook !== 'input') return;
  table.entries.push({ chain: name, priority: readPriority(priorityText ?? '0') });
  const verdict: Verdict = /policy drop;/u.test(line) ? 'drops' : 'accepts';
  chain.policy = { verdict, line };
}

/** "elements = { 198.51.100.66, 198.51.100.70 timeout 1h expires 5m," and the lines that go on. */
function readElements(line: string): readonly string[] {
  if (/^(?:type|typeof|flags|timeout|gc-interval|size|counter|auto-merge|policy|comment)\b/u.test(line)) return [];
  const items = line
    .replace(/^elements = \{/u, '')
    .replace(/\}$/u, '')
    .split(',');
  return items.flatMap((item) => item.trim().split(/\s+/u)[0] ?? []).filter((item) => item !== '');
}

const priorities = new Map([
  ['raw', -300],
  ['mangle', -150],
  ['dstnat', -100],
  ['filter', 0],
  ['security', 50],
  ['srcnat', 100],
]);

/** "filter", "0", "filter + 10". */
function readPriority(text: string): number {
  const [base = '', sign = '+', offset = '0'] = text.split(' ');
  return (priorities.get(base) ?? Number(base)) + (sign === '-' ? -1 : 1) * Number(offset);
}

function familiesOf(family: string): readonly Family[] {
  if (family === 'inet') return [4, 6];
  return family === 'ip' ? [4] : family === 'ip6' ? [6] : [];
}

/** Braces opened less those closed, not counting those in quotes. */
function braces(line: string): number {
  const bare = line.replace(/"[^"]{0,500}"/gu, '');
  return bare.split('{').length - bare.split('}').length;
}
