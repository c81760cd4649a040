import type { Check } from '../../check/check.ts';
import { isTimeKnown } from '../../check/known-time.ts';
import type { Outcome } from '../../check/outcome.ts';
import type { Stage } from '../../check/stage.ts';
import type { Evidence } from '../evidence.ts';
import { earlierChecks, lastWorked } from '../reading/other-checks.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import type { Reason } from '../reason.ts';
import type { See } from './sign.ts';

/** Patterns are looked for in this many newest checks. */
const LOOKED_AT = 40;

/** Fewer changes than this between working and failing are one event, not a habit. */
const FEWEST_CHANGES = 4;

/** A stage this many times slower than usual is slow, if it is also slow in itself (in milliseconds). */
const SLOW_FACTOR = 4;
const SLOW_MS = 300;

/** Nobody waits for a stage longer than this without noticing, in milliseconds. */
const NOTICED_MS = 1_500;

/** The newest checks of the endpoint, the check itself last. */
export function recentChecks(evidence: Evidence): readonly Check[] {
  return [...earlierChecks(evidence), evidence.check].slice(-LOOKED_AT);
}

/** It works and fails by turns. */
export const flips: See = (evidence) => {
  const recent = recentChecks(evidence);
  const changeCount = recent.filter((check, place) => place > 0 && isUp(check) !== isUp(recent[place - 1] ?? check)).length;
  return changeCount < FEWEST_CHANGES
    ? null
    : { kind: 'flips', changeCount, checkCount: recent.length, source: sourceOfCheck(evidence.check) };
};

/** One address of the name fails much more often than the others. */
export const addressFailsMore: See = (evidence) => {
  const attempts = recentChecks(evidence)
    .flatMap(({ addresses }) => addresses)
    .filter(({ outcome }) => outcome !== 'cancelled');
  const addresses = [...new Set(attempts.map(({ address }) => address))];
  const counts = addresses.map((address) => {
    const met = attempts.filter((attempt) => attempt.address === address);
    return { address, checkCount: met.length, failedCount: met.filter(({ outcome }) => outcome !== 'succeeded').length };
  });
  const worst = counts.filter(({ checkCount }) => checkCount >= 2).toSorted((one, other) => share(other) - share(one))[0];
  const others = counts.filter((one) => one !== worst);
  const otherFailedCount = others.reduce((sum, { failedCount }) => sum + failedCount, 0);
  const otherCount = others.reduce((sum, { checkCount }) => sum + checkCount, 0);
  if (worst === undefined || otherCount === 0 || share(worst) < 0.5 || otherFailedCount / otherCount > share(worst) / 3) return null;
  return { kind: 'address_fails_more', ...worst, otherFailedCount, source: sourceOfCheck(evidence.check) };
};

function share({ failedCount, checkCount }: { readonly failedCount: number; readonly checkCount: number }): number {
  return failedCount / checkCount;
}

/** The name is not found now and then. */
export const namesFailSometimes: See = (evidence) => {
  const recent = recentChecks(evidence);
  const failedCount = recent.filter(({ outcome }) => outcome === 'name_lookup_failed' || outcome === 'name_not_known').length;
  return failedCount === 0 || failedCount === recent.length
    ? null
    : { kind: 'names_fail_sometimes', failedCount, checkCount: recent.length, source: sourceOfCheck(evidence.check) };
};

/** Among the newest checks some ended so, and others did not. */
export function counted(...outcomes: readonly Outcome[]): See {
  return (evidence) => {
    const recent = recentChecks(evidence);
    const met = recent.filter(({ outcome }) => outcomes.includes(outcome));
    const newest = met.at(-1);
    if (newest === undefined || met.length === recent.length) return null;
    return {
      kind: 'outcome_counted',
      outcome: newest.outcome,
      count: met.length,
      checkCount: recent.length,
      source: sourceOfCheck(newest),
    };
  };
}

/** A stage of a check that works took long: several times its usual time, or longer than anybody waits unnoticed. */
export function slowStage(stage: Stage): See {
  return (evidence) => slownessOf(stage, evidence);
}

function slownessOf(stage: Stage, evidence: Evidence): Reason | null {
  const nowMs = durationOf(stage, evidence.check);
  if (nowMs === null || nowMs < SLOW_MS) return null;
  const usualMs = usualDuration(stage, evidence);
  const source = sourceOfCheck(evidence.check);
  if (usualMs !== null) {
    return nowMs >= usualMs * SLOW_FACTOR ? { kind: 'slower_than_usual', stage, durationMs: nowMs, usualMs, source } : null;
  }
  return nowMs >= NOTICED_MS ? { kind: 'stage_took', stage, durationMs: nowMs, source } : null;
}

/** The middle of what the stage took in the checks that worked, in milliseconds; null when there are too few. */
function usualDuration(stage: Stage, evidence: Evidence): number | null {
  const times = earlierChecks(evidence)
    .filter(isUp)
    .map((check) => durationOf(stage, check))
    .filter((time) => time !== null)
    .filter(isTimeKnown)
    .toSorted((one, other) => one - other);
  return times.length < 3 ? null : (times[Math.floor(times.length / 2)] ?? null);
}

/** Connecting is as quick as the quickest address, the rest is the stage's own time. */
function durationOf(stage: Stage, { stages, addresses }: Check): number | null {
  const record = stages.find((one) => one.stage === stage);
  if (record === undefined || record.outcome !== 'passed') return null;
  const connected = addresses.filter(({ outcome }) => outcome === 'succeeded').map(({ durationMs }) => durationMs);
  return stage === 'connect' && connected.length > 0 ? Math.min(...connected) : record.durationMs;
}

/** It worked before, and just before this check it did not. */
export const cameBack: See = (evidence) => {
  const before = earlierChecks(evidence).at(-1);
  if (before === undefined || isUp(before) || !isUp(evidence.check) || lastWorked(evidence) === null) return null;
  return { kind: 'was_different', outcome: before.outcome, atMs: before.startedAtMs, source: sourceOfCheck(before) };
};

function isUp({ outcome }: Check): boolean {
  return outcome === 'succeeded';
}
