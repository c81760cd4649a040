import type { Check } from '../../shared/check/check.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import { nameOfPort } from '../../shared/service/iana-name.ts';
import { firstLine } from '../../shared/text/first-line.ts';
import { formatCount, formatDuration } from '../../shared/text/format.ts';
import { familyOf } from '../../shared/text/outcome-words.ts';
import type { Words } from '../../shared/text/words.ts';
import { alignColumns, type Line, type Span } from './span.ts';

/** What a range of ports brought so far: the ports where something connected, and how many ended how. */
export interface RangeTally {
  readonly add: (check: Check) => void;
  /** So many more ended like this, at closed ports. */
  readonly count: (outcome: Outcome, count: number) => void;
  readonly total: () => number;
  /** The table of open ports and the summary of the rest. */
  readonly format: (words: Words) => Promise<readonly Line[]>;
}

/** Starts an empty tally. Refused ports are only counted: there may be 65 534 of them. */
export function startTally(): RangeTally {
  const open: Check[] = [];
  const closedCounts = new Map<Outcome, number>();
  return {
    add: (check) => {
      if (isOpen(check)) open.push(check);
      else addCount(closedCounts, check.outcome, 1);
    },
    count: (outcome, count) => addCount(closedCounts, outcome, count),
    total: () => open.length + [...closedCounts.values()].reduce((sum, count) => sum + count, 0),
    format: async (words) => {
      const sorted = open.toSorted((a, b) => a.target.port - b.target.port);
      const rows = await Promise.all(sorted.map((check) => formatRow(check, words)));
      const heading: readonly Span[] = words.terminal.rangeColumns.map((text) => ({ text, style: 'quiet' }));
      const summary = formatOutcomes(closedCounts, words);
      return [
        ...(rows.length === 0 ? [] : alignColumns([heading, ...rows], [0, 3])),
        [[words.terminal.openPorts(formatCount(open.length, words.units)), summary].filter((text) => text !== '').join(', ')],
      ];
    },
  };
}

/** Adds to one of the counts. */
export function addCount(counts: Map<Outcome, number>, outcome: Outcome, count: number): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + count);
}

/** How many checks ended how, the most frequent first: "1 020 refused, 3 timed out". */
export function formatOutcomes(counts: ReadonlyMap<Outcome, number>, words: Words): string {
  const inOrder = [...counts].toSorted(([, a], [, b]) => b - a);
  return inOrder.map(([outcome, count]) => `${formatCount(count, words.units)} ${inSentence(words.outcomes[outcome].word)}`).join(', ');
}

/** Something accepted a connection, or a UDP port replied, whatever came after. */
function isOpen({ outcome, addresses, target }: Check): boolean {
  return outcome === 'succeeded' || (target.transport === 'tcp' && addresses.some((attempt) => attempt.outcome === 'succeeded'));
}

async function formatRow(check: Check, words: Words): Promise<readonly Span[]> {
  const { target, service, outcome, greeting, http, durationMs } = check;
  const name = service?.name ?? (await nameOfPort(target)) ?? '';
  const cameBack = http === null ? firstLine(greeting?.text ?? '') || (service?.product ?? '') : `HTTP ${http.status} ${http.reason}`;
  return [
    String(target.port),
    name,
    { text: words.outcomes[outcome].word, style: familyOf(outcome) },
    formatDuration(durationMs, words.units),
    cameBack.slice(0, 60),
  ];
}

/** "Timed out" is "timed out" inside a sentence; "TLS failed" stays. */
function inSentence(word: string): string {
  return word.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
