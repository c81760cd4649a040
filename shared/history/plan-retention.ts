import type { Outcome } from '../check/outcome.ts';
import type { Transport } from '../check/target.ts';
import type { Keeping, RetentionPolicy } from './retention-policy.ts';
import { findClockProblem, type ClockProblem, type RetentionClock } from './retention-clock.ts';

/** What the rule needs of a check. */
export interface RetentionEntry {
  readonly id: number;
  readonly hostId: number;
  readonly port: number;
  readonly transport: Transport;
  readonly outcome: Outcome;
  readonly startedAtMs: number;
  /** It belongs to a case. */
  readonly isInCase: boolean;
}

/** Why a check may go: the first limit that it is outside of. */
export type Expiry = 'too_old' | 'over_host_limit' | 'over_limit';

/** Checks to remove by their numbers, both ends included: no check inside is to be kept. */
export interface CheckRange {
  readonly firstId: number;
  readonly lastId: number;
}

/** What would be removed, to be shown before it is, and to be executed afterwards. */
export interface RetentionPlan {
  /** Newest first; they do not overlap. */
  readonly ranges: readonly CheckRange[];
  readonly keptCount: number;
  readonly removedCount: number;
  /** How many of them did not succeed. */
  readonly removedFailureCount: number;
  /** When the oldest and the newest of them were made, Unix milliseconds; null when nothing goes. */
  readonly removedFromMs: number | null;
  readonly removedToMs: number | null;
  readonly reasons: Readonly<Record<Expiry, number>>;
  /** How many checks each host loses; hosts that lose none are not in it. */
  readonly removedPerHost: ReadonlyMap<number, number>;
}

/** A plan in the making. */
export interface RetentionPlanning {
  /** Takes the next check; the newest (the highest id) comes first. May be done in slices: checks saved meanwhile are newer, so kept. */
  readonly add: (entry: RetentionEntry) => void;
  readonly read: () => RetentionPlan;
}

/** A plan in the making, or why none may be made. */
export type RetentionStart =
  { readonly kind: 'started'; readonly planning: RetentionPlanning } | { readonly kind: 'refused'; readonly problem: ClockProblem };

/**
 * Starts to decide which checks may go. One pass; memory grows with hosts and endpoints, not with checks.
 *
 * 1. Nothing is removed while the clock looks wrong.
 * 2. The newest check of an endpoint stays, and so does its newest success: "last worked" is what people come for.
 * 3. Checks of a case stay.
 * 4. Of the rest goes what is outside a limit of its kind, successes or failures. A cancelled check counts as a success: it proves less.
 */
export function startRetention(policy: RetentionPolicy, clock: RetentionClock): RetentionStart {
  const problem = findClockProblem(clock);
  if (problem !== null) return { kind: 'refused', problem };
  const tally = startTally();
  const findExpiry = startLimits(policy, clock.nowMs);
  const isLandmark = startLandmarks();
  return {
    kind: 'started',
    planning: {
      add: (entry) => {
        // Each is asked about every check, because each counts.
        const expiry = findExpiry(entry);
        const isKept = isLandmark(entry) || entry.isInCase || expiry === null;
        tally.add(entry, isKept ? null : expiry);
      },
      read: tally.read,
    },
  };
}

function startLimits({ successes, failures }: RetentionPolicy, nowMs: number): (entry: RetentionEntry) => Expiry | null {
  const ofSuccesses = startLimit(successes, nowMs);
  const ofFailures = startLimit(failures, nowMs);
  return (entry) => (isFailure(entry.outcome) ? ofFailures(entry) : ofSuccesses(entry));
}

const DAY_MS = 86_400_000;

function startLimit({ days, perHost, inAll }: Keeping, nowMs: number): (entry: RetentionEntry) => Expiry | null {
  const oldestMs = days === null ? -Infinity : nowMs - days * DAY_MS;
  const hostCounts = new Map<number, number>();
  let count = 0;
  return ({ hostId, startedAtMs }) => {
    const hostCount = (hostCounts.get(hostId) ?? 0) + 1;
    hostCounts.set(hostId, hostCount);
    count += 1;
    if (startedAtMs < oldestMs) return 'too_old';
    if (hostCount > (perHost ?? Infinity)) return 'over_host_limit';
    return count > (inAll ?? Infinity) ? 'over_limit' : null;
  };
}

/** Whether a check is the newest of its endpoint, or its newest success. */
function startLandmarks(): (entry: RetentionEntry) => boolean {
  const seen = new Set<string>();
  const worked = new Set<string>();
  return ({ hostId, port, transport, outcome }) => {
    const endpoint = `${hostId}/${port}/${transport}`;
    const isNewest = !seen.has(endpoint);
    const isNewestSuccess = outcome === 'succeeded' && !worked.has(endpoint);
    seen.add(endpoint);
    if (isNewestSuccess) worked.add(endpoint);
    return isNewest || isNewestSuccess;
  };
}

function startTally(): { readonly add: (entry: RetentionEntry, expiry: Expiry | null) => void; readonly read: () => RetentionPlan } {
  const ranges: CheckRange[] = [];
  const reasons = { too_old: 0, over_host_limit: 0, over_limit: 0 };
  const removedPerHost = new Map<number, number>();
  let open: CheckRange | null = null;
  let keptCount = 0;
  let removedFailureCount = 0;
  let [removedFromMs, removedToMs] = [Infinity, -Infinity];
  const closeRange = (): void => {
    if (open !== null) ranges.push(open);
    open = null;
  };
  return {
    add: ({ id, hostId, outcome, startedAtMs }, expiry) => {
      if (expiry === null) {
        keptCount += 1;
        closeRange();
        return;
      }
      open = { firstId: id, lastId: open?.lastId ?? id };
      reasons[expiry] += 1;
      removedFailureCount += Number(isFailure(outcome));
      removedFromMs = Math.min(removedFromMs, startedAtMs);
      removedToMs = Math.max(removedToMs, startedAtMs);
      removedPerHost.set(hostId, (removedPerHost.get(hostId) ?? 0) + 1);
    },
    read: () => ({
      ranges: open === null ? [...ranges] : [...ranges, open],
      keptCount,
      removedCount: reasons.too_old + reasons.over_host_limit + reasons.over_limit,
      removedFailureCount,
      removedFromMs: removedFromMs === Infinity ? null : removedFromMs,
      removedToMs: removedToMs === -Infinity ? null : removedToMs,
      reasons: { ...reasons },
      removedPerHost: new Map(removedPerHost),
    }),
  };
}

function isFailure(outcome: Outcome): boolean {
  return outcome !== 'succeeded' && outcome !== 'cancelled';
}
