import { assertNever } from '../check/assert-never.ts';
import type { ComparedValues, Comparison, Difference, StageTime, StageTimeDifference } from '../history/comparison.ts';
import { differsMaterially } from '../history/material-time.ts';
import { firstLine } from './first-line.ts';
import { formatDay, formatDuration } from './format.ts';
import { formatSpan } from './format-span.ts';
import type { Words } from './words.ts';

/** One row of a comparison in words. Every text of a peer in it is visible text. */
export interface DifferenceDescription {
  readonly label: string;
  readonly older: string;
  readonly newer: string;
  /** What there is to say of the change, or null. */
  readonly note: string | null;
}

/** Words one row of a comparison. */
export function describeDifference(difference: Difference, comparison: Comparison, words: Words): DifferenceDescription {
  if (difference.kind === 'stage_time') return describeStageTime(difference, words);
  return {
    label: words.compare.labels[difference.kind],
    ...describeValues(difference, words),
    note: describeNote(difference, comparison, words),
  };
}

type ValueDifference = Exclude<Difference, StageTimeDifference>;
type Written = Pick<DifferenceDescription, 'older' | 'newer'>;

/** Each kind has its own form; what was not seen is said alike. */
function describeValues(difference: ValueDifference, words: Words): Written {
  switch (difference.kind) {
    case 'outcome':
      return write(difference, words, (value) => words.outcomes[value].word);
    case 'ended_at':
      return write(difference, words, (value) => words.stages[value]);
    case 'vantage':
      return write(difference, words, (value) => (value === 'here' ? words.compare.thisComputer : value));
    case 'answered_by':
      return write(difference, words, (value) => words.compare.answeredBy[value]);
    case 'resolved_addresses':
    case 'certificate_names':
      return write(difference, words, (values) => words.compare.more(values.slice(0, LISTED), Math.max(0, values.length - LISTED)));
    case 'attempts':
      return write(difference, words, (values) => describeAttempts(values, words));
    case 'certificate_validity':
      return write(difference, words, (value) => describeValidity(value, words));
    case 'certificate_problems':
      return write(difference, words, (codes) => codes.map((code) => words.failures[code].brief).join(', ') || words.compare.trusted);
    case 'certificate_fingerprint':
      return write(difference, words, shortenFingerprint);
    case 'greeting':
      return write(difference, words, firstLine);
    case 'http_status':
    case 'failure_code':
    case 'system_code':
    case 'address':
    case 'certificate_subject':
    case 'certificate_issuer':
    case 'tls_version':
    case 'tls_cipher':
    case 'service':
    case 'product':
    case 'http_server':
    case 'http_location':
      return write<string | number>(difference, words, String);
    default:
      return assertNever(difference);
  }
}

/** A row of a table holds this many addresses or names. */
const LISTED = 10;

interface Values<Value> {
  readonly kind: ValueDifference['kind'];
  readonly older: Value | null;
  readonly newer: Value | null;
}

function write<Value>({ kind, older, newer }: Values<Value>, { compare }: Words, format: (value: Value) => string): Written {
  // Without a failure there is no code; everything else was only not seen.
  const absent = kind === 'failure_code' || kind === 'system_code' ? compare.none : compare.notSeen;
  const one = (value: Value | null): string => (value === null ? absent : format(value));
  return { older: one(older), newer: one(newer) };
}

function describeAttempts(attempts: ComparedValues['attempts'], { outcomes, compare }: Words): string {
  const texts = attempts.slice(0, LISTED).map(({ address, outcome }) => `${address} ${outcomes[outcome].word}`);
  return compare.more(texts, attempts.length - texts.length);
}

function describeValidity({ fromMs, toMs }: ComparedValues['certificate_validity'], { compare, units }: Words): string {
  return compare.validity(formatDay(fromMs, units), formatDay(toMs, units));
}

/** "4F:1C:88:…" in groups of four digits, its beginning and its end: enough to tell two apart. */
function shortenFingerprint(fingerprint: string): string {
  const groups = fingerprint.replaceAll(':', '').match(/.{1,4}/gu) ?? [];
  return groups.length <= 4 ? groups.join(' ') : `${groups.slice(0, 3).join(' ')} … ${groups.at(-1) ?? ''}`;
}

function describeNote(difference: ValueDifference, { newer }: Comparison, { compare: { notes }, units }: Words): string | null {
  if (difference.kind !== 'certificate_validity' || !difference.changed || difference.newer === null) return null;
  const { fromMs, toMs } = difference.newer;
  if (toMs < newer.startedAtMs) return notes.endedAgo(formatSpan(newer.startedAtMs - toMs, units));
  if (difference.older === null) return null;
  return fromMs > difference.older.fromMs ? notes.renewed : notes.olderCertificate;
}

function describeStageTime({ stage, older, newer }: StageTimeDifference, words: Words): DifferenceDescription {
  const one = (time: StageTime | null): string => {
    if (time === null) return words.notRun;
    const duration = formatDuration(time.durationMs, words.units);
    return time.outcome === 'passed' ? duration : words.compare.thenFailed(duration);
  };
  return { label: words.stages[stage], older: one(older), newer: one(newer), note: compareTimes(older, newer, words) };
}

function compareTimes(older: StageTime | null, newer: StageTime | null, { compare: { notes }, units }: Words): string | null {
  if (older === null || newer === null) return null;
  const [wasMs, isMs] = [older.durationMs, newer.durationMs];
  // One that failed did not do the same, however long it took.
  if (!differsMaterially(wasMs, isMs)) return older.outcome === newer.outcome ? notes.aboutTheSame : null;
  const factor = (longMs: number, shortMs: number): string => formatFactor(longMs / Math.max(shortMs, SHORTEST_MS), units.decimalMark);
  return isMs > wasMs ? notes.slower(factor(isMs, wasMs)) : notes.faster(factor(wasMs, isMs));
}

/** Below the resolution of the clock nothing can be divided by. */
const SHORTEST_MS = 0.001;

function formatFactor(factor: number, decimalMark: string): string {
  return factor < 9.95 ? factor.toFixed(1).replace('.', decimalMark) : factor.toFixed(0);
}
