import type { Comparison } from '../history/comparison.ts';
import { bothOf } from './both-of.ts';
import { describeCertificateChange } from './describe-certificate-change.ts';
import { firstLine } from './first-line.ts';
import { formatDuration } from './format.ts';
import { LISTED, listSome } from './list-some.ts';
import { shortenAddress } from './shorten-address.ts';
import type { Words } from './words.ts';

/** What changed between two checks, in sentences. Every text of a peer in it is visible text. */
export interface ComparisonDescription {
  /** What became of the outcome: "Timed out now, succeeded before." */
  readonly outcome: string;
  /** What else changed, one clause each, what explains most first; may be empty. */
  readonly clauses: readonly string[];
  /** The clauses as one sentence, or that nothing else differs. */
  readonly changes: string;
}

/** What is known of the past beside the two checks. */
export interface ComparisonContext {
  /** When the failing began that the newer check belongs to, in Unix milliseconds; null when it works or is not known. */
  readonly firstFailedAtMs: number | null;
}

/** Says what changed, claiming only what both checks saw: what one of them did not reach is no change. */
export function describeComparison(comparison: Comparison, context: ComparisonContext, words: Words): ComparisonDescription {
  const { compare } = words;
  const clauses = [
    ...describePlace(comparison, words),
    ...describeAddresses(comparison, words),
    ...describeCertificateChange(comparison, context, words),
    ...describeAnswer(comparison, words),
    ...describeTimes(comparison, words),
  ];
  return {
    outcome: describeOutcome(comparison, words),
    clauses,
    changes: clauses.length === 0 ? compare.nothingElse : compare.sentence(clauses),
  };
}

function describeOutcome({ older, newer }: Comparison, { compare, outcomes }: Words): string {
  const [was, now] = [outcomes[older.outcome].word, outcomes[newer.outcome].word];
  return older.outcome === newer.outcome ? compare.outcome.same(now) : compare.outcome.changed(now, was);
}

function describePlace(comparison: Comparison, { compare }: Words): readonly string[] {
  const vantage = bothOf(comparison, 'vantage');
  const name = (place: string): string => (place === 'here' ? compare.thisComputer : place);
  return vantage === null ? [] : [compare.clauses.vantage(name(vantage.newer), name(vantage.older))];
}

function describeAddresses(comparison: Comparison, words: Words): readonly string[] {
  const { clauses } = words.compare;
  const source = bothOf(comparison, 'answered_by');
  const resolved = bothOf(comparison, 'resolved_addresses');
  const decided = resolved === null ? bothOf(comparison, 'address') : null;
  return [
    ...(source === null ? [] : [clauses.answeredBy[source.newer]]),
    ...(resolved === null ? [] : [describeResolved(resolved, words)]),
    ...(decided === null ? [] : [clauses.wentTo(decided.newer, shortenAddress(decided.older, decided.newer))]),
    ...describeAttempts(comparison, words),
  ];
}

interface BothLists {
  readonly older: readonly string[];
  readonly newer: readonly string[];
}

function describeResolved({ older, newer }: BothLists, words: Words): string {
  const { clauses } = words.compare;
  const added = newer.filter((address) => !older.includes(address));
  const removed = older.filter((address) => !newer.includes(address));
  if (removed.length === 0) return clauses.alsoResolvesTo(listSome(added, words));
  if (added.length === 0) return clauses.noLongerResolvesTo(listSome(removed, words));
  const [now = ''] = added;
  // What stayed is no change: of several addresses only those that came and went are said.
  const was = removed.map((address) => shortenAddress(address, now));
  return clauses.resolvesTo(listSome(added, words), listSome(was, words));
}

/** Of several addresses, those that met something else; of one, the outcome says it already. */
function describeAttempts(comparison: Comparison, { compare, outcomes }: Words): readonly string[] {
  const attempts = bothOf(comparison, 'attempts');
  if (attempts === null || attempts.newer.length < 2) return [];
  return attempts.newer
    .flatMap(({ address, outcome }) => {
      const before = attempts.older.find((attempt) => attempt.address === address)?.outcome ?? outcome;
      return before === outcome ? [] : [compare.clauses.attempt(address, outcomes[outcome].word, outcomes[before].word)];
    })
    .slice(0, LISTED);
}

/** A greeting is as long as a peer likes; the whole of it stands in its row. */
const LONGEST_QUOTE = 60;

function describeAnswer(comparison: Comparison, { compare: { clauses } }: Words): readonly string[] {
  const service = bothOf(comparison, 'service');
  const product = bothOf(comparison, 'product');
  // A new version shows in the greeting as well: once is enough.
  const greeting = product === null && service === null ? bothOf(comparison, 'greeting') : null;
  const status = bothOf(comparison, 'http_status');
  const location = bothOf(comparison, 'http_location');
  const quote = (text: string): string => firstLine(text).slice(0, LONGEST_QUOTE);
  return [
    ...(service === null ? [] : [clauses.service(service.newer, service.older)]),
    ...(product === null ? [] : [clauses.product(product.newer, product.older)]),
    ...(greeting === null ? [] : [clauses.greeting(quote(greeting.newer), quote(greeting.older))]),
    ...(status === null ? [] : [clauses.httpStatus(String(status.newer), String(status.older))]),
    ...(location === null ? [] : [clauses.httpLocation(location.newer, location.older)]),
  ];
}

/** Only of stages that went well both times: how long a failure took is its outcome's matter. */
function describeTimes({ differences }: Comparison, { compare, units }: Words): readonly string[] {
  return differences.flatMap((difference) => {
    if (difference.kind !== 'stage_time' || !difference.changed) return [];
    const { stage, older, newer } = difference;
    if (older?.outcome !== 'passed' || newer?.outcome !== 'passed') return [];
    return [compare.clauses.stageTime(stage, formatDuration(newer.durationMs, units), formatDuration(older.durationMs, units))];
  });
}
