import type { Check } from '../check/check.ts';
import type { Certificate } from '../check/evidence.ts';
import { stages, type Stage } from '../check/stage.ts';
import type { Compared, ComparedValues, Comparison, Difference, StageTime, StageTimeDifference } from './comparison.ts';
import { decidingAttempt } from './deciding-attempt.ts';
import { greetingShape } from './greeting-shape.ts';
import { differsMaterially } from './material-time.ts';

/** The checks to compare. Which one is the older is for the caller to say: `inOrder` knows for two that are saved. */
export interface CheckPair {
  readonly older: Check;
  readonly newer: Check;
}

/** Two checks, the older first: by their number in the store, which never goes back, else by the clock. */
export function inOrder(one: Check, other: Check): CheckPair {
  const isFirst = one.id !== null && other.id !== null ? one.id <= other.id : one.startedAtMs <= other.startedAtMs;
  return isFirst ? { older: one, newer: other } : { older: other, newer: one };
}

/** Puts two checks beside each other: every fact seen in at least one of them, and whether it changed. */
export function compareChecks({ older, newer }: CheckPair): Comparison {
  const [before, after] = [factsOf(older), factsOf(newer)];
  const rows = [
    ...compareOutcome(before, after),
    ...compareAddresses(before, after),
    ...stages.map((stage) => compareStageTime(stage, older, newer)),
    ...compareTls(before, after),
    ...compareAnswer(before, after),
  ];
  return { older, newer, differences: rows.filter((row) => row.older !== null || row.newer !== null) };
}

type Facts = { readonly [Kind in keyof ComparedValues]: ComparedValues[Kind] | null };

function factsOf(check: Check): Facts {
  const { outcome, failure, vantage, resolution, addresses, service, greeting, http, tls } = check;
  const leaf = tls?.chain[0] ?? null;
  return {
    outcome,
    ended_at: decidingStage(check),
    failure_code: failure?.code ?? null,
    system_code: failure?.systemCode ?? null,
    vantage,
    answered_by: resolution === null || resolution.systemCode !== null ? null : resolution.source,
    resolved_addresses: orNull(resolution?.addresses.map(({ address }) => address) ?? []),
    address: failure?.address ?? decidingAttempt(check)?.address ?? null,
    attempts: orNull(addresses.map((attempt) => ({ address: attempt.address, outcome: attempt.outcome }))),
    ...certificateFacts(leaf),
    certificate_problems: tls?.problems ?? null,
    tls_version: tls?.version ?? null,
    tls_cipher: tls?.cipher ?? null,
    // What only the port or the person said was not seen.
    service: service !== null && (service.knownBy === 'greeting' || service.knownBy === 'reply') ? service.name : null,
    product: service?.product ?? null,
    greeting: greeting?.text ?? null,
    http_status: http?.status ?? null,
    http_server: http?.server ?? null,
    http_location: http?.location ?? null,
  };
}

function certificateFacts(leaf: Certificate | null) {
  return {
    certificate_subject: leaf?.subject ?? null,
    certificate_issuer: leaf?.issuer ?? null,
    certificate_names: leaf?.names ?? null,
    certificate_validity: leaf === null ? null : { fromMs: leaf.validFromMs, toMs: leaf.validToMs },
    certificate_fingerprint: leaf?.fingerprintSha256 ?? null,
  };
}

function decidingStage({ failure, stages: records }: Check): Stage | null {
  return failure?.operation ?? records.findLast(({ outcome }) => outcome !== 'skipped')?.stage ?? null;
}

/** Nothing was answered, or nothing was dialled: that is not an empty list of values, it was not seen. */
function orNull<T>(values: readonly T[]): readonly T[] | null {
  return values.length === 0 ? null : values;
}

function compareOutcome(before: Facts, after: Facts): readonly Difference[] {
  return [
    compare('outcome', { kind: 'outcome', older: before.outcome, newer: after.outcome }),
    compare('outcome', { kind: 'ended_at', older: before.ended_at, newer: after.ended_at }),
    compare('outcome', { kind: 'failure_code', older: before.failure_code, newer: after.failure_code }),
    compare('outcome', { kind: 'system_code', older: before.system_code, newer: after.system_code }),
    compare('outcome', { kind: 'vantage', older: before.vantage, newer: after.vantage }),
  ];
}

function compareAddresses(before: Facts, after: Facts): readonly Difference[] {
  return [
    compare('address', { kind: 'answered_by', older: before.answered_by, newer: after.answered_by }),
    compare('address', { kind: 'resolved_addresses', older: before.resolved_addresses, newer: after.resolved_addresses }, areSameSet),
    compare('address', { kind: 'address', older: before.address, newer: after.address }),
    compare('address', { kind: 'attempts', older: before.attempts, newer: after.attempts }, haveSameOutcomes),
  ];
}

function compareTls(before: Facts, after: Facts): readonly Difference[] {
  return [
    compare('certificate', { kind: 'certificate_subject', older: before.certificate_subject, newer: after.certificate_subject }),
    compare('certificate', { kind: 'certificate_issuer', older: before.certificate_issuer, newer: after.certificate_issuer }),
    compare('certificate', { kind: 'certificate_names', older: before.certificate_names, newer: after.certificate_names }, areSameSet),
    compare(
      'certificate',
      { kind: 'certificate_validity', older: before.certificate_validity, newer: after.certificate_validity },
      (one, other) => one.fromMs === other.fromMs && one.toMs === other.toMs,
    ),
    compare('certificate', {
      kind: 'certificate_fingerprint',
      older: before.certificate_fingerprint,
      newer: after.certificate_fingerprint,
    }),
    compare(
      'certificate',
      { kind: 'certificate_problems', older: before.certificate_problems, newer: after.certificate_problems },
      areSameSet,
    ),
    compare('certificate', { kind: 'tls_version', older: before.tls_version, newer: after.tls_version }),
    compare('certificate', { kind: 'tls_cipher', older: before.tls_cipher, newer: after.tls_cipher }),
  ];
}

function compareAnswer(before: Facts, after: Facts): readonly Difference[] {
  return [
    compare('answer', { kind: 'service', older: before.service, newer: after.service }),
    compare('answer', { kind: 'product', older: before.product, newer: after.product }),
    compare('answer', { kind: 'greeting', older: before.greeting, newer: after.greeting }, areSameWords),
    compare('answer', { kind: 'http_status', older: before.http_status, newer: after.http_status }),
    compare('answer', { kind: 'http_server', older: before.http_server, newer: after.http_server }),
    compare('answer', { kind: 'http_location', older: before.http_location, newer: after.http_location }),
  ];
}

type Pair<Kind extends keyof ComparedValues> = Pick<Compared<Kind>, 'kind' | 'older' | 'newer'>;
type IsSame<Value> = (one: Value, other: Value) => boolean;

function compare<Kind extends keyof ComparedValues>(
  group: Compared<Kind>['group'],
  pair: Pair<Kind>,
  isSame: IsSame<ComparedValues[Kind]> = (one, other) => one === other,
): Compared<Kind> {
  const { older, newer } = pair;
  const changed = older === null || newer === null ? older !== newer : !isSame(older, newer);
  return { ...pair, group, changed };
}

/** A resolver may turn the order with every answer (round robin). */
function areSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** Of the addresses that were dialled both times; which ones there are is a matter of resolving. */
function haveSameOutcomes(one: ComparedValues['attempts'], other: ComparedValues['attempts']): boolean {
  return one.every(({ address, outcome }) => (other.find((attempt) => attempt.address === address)?.outcome ?? outcome) === outcome);
}

function areSameWords(one: string, other: string): boolean {
  return greetingShape(one) === greetingShape(other);
}

function compareStageTime(stage: Stage, older: Check, newer: Check): StageTimeDifference {
  const [before, after] = [stageTime(stage, older), stageTime(stage, newer)];
  const isSame =
    before === null || after === null
      ? before === after
      : before.outcome === after.outcome && !differsMaterially(before.durationMs, after.durationMs);
  return { kind: 'stage_time', group: 'time', stage, changed: !isSame, older: before, newer: after };
}

function stageTime(stage: Stage, { stages: records }: Check): StageTime | null {
  const record = records.find((candidate) => candidate.stage === stage);
  if (record === undefined || record.outcome === 'skipped') return null;
  const { outcome, offsetMs, durationMs } = record;
  return { outcome, offsetMs, durationMs };
}
