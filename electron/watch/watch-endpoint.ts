import { setTimeout as sleep } from 'node:timers/promises';

import type { Check } from '../../shared/check/check.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import type { Target } from '../../shared/check/target.ts';
import { phaseTimes } from '../../shared/history/phase-times.ts';
import { startStatistics, type Statistics } from '../../shared/history/statistics.ts';
import { serviceById } from '../../shared/service/find-service.ts';
import { mannersTowards, type WatchManners } from '../../shared/service/watch-manners.ts';
import { finishCheck } from '../checks/run-check.ts';
import { nextSlot } from './next-slot.ts';

/** What to watch, how often and how long. */
export interface WatchOrder {
  readonly target: Target;
  readonly options: CheckOptions;
  /** From the start of one check to the start of the next, in milliseconds; more where the service would take it amiss. */
  readonly intervalMs: number;
  /** Ends after so many checks; null goes on. */
  readonly count: number | null;
  /** Ends with the first check whose outcome is another than that of the one before. */
  readonly untilChange: boolean;
  /** The person knows what it costs the service: its manners set no limit. */
  readonly isAgreed: boolean;
}

/** One check of a watch, when it has ended. */
export interface WatchedCheck {
  readonly check: Check;
  /** Its outcome is another than that of the check before; false for the first. */
  readonly changed: boolean;
  /** Over all checks of this watch. */
  readonly statistics: Statistics;
  /** What is kept from now on, in milliseconds. */
  readonly intervalMs: number;
  /** When the next one starts, Unix milliseconds; null when this was the last. */
  readonly nextAtMs: number | null;
}

/** Why a watch ended. "caution": the service would begin to punish it, and nobody agreed to that. */
export type WatchEnd = 'stopped' | 'changed' | 'counted' | 'caution';

/**
 * Checks an endpoint again and again; yields each check as it ends and returns why the watch ended.
 *
 * One check at a time, on a schedule that does not drift. Aborting stops it at once, a check under way included: a cancelled check
 * proves nothing and is not yielded. A service that punishes repetition is met more slowly as soon as it is recognised.
 */
export async function* watchEndpoint(order: WatchOrder, signal: AbortSignal): AsyncGenerator<WatchedCheck, WatchEnd, void> {
  const statistics = startStatistics();
  let schedule = { startedMs: performance.now(), intervalMs: order.intervalMs };
  let before: Outcome | null = null;
  for (let count = 1; ; count += 1) {
    const check = await finishCheck(order.target, order.options, signal);
    if (signal.aborted) return 'stopped';
    statistics.add({ ...check, phases: phaseTimes(check) });
    const changed = before !== null && before !== check.outcome;
    before = check.outcome;

    const manners = mannersTowards(order.target, check.service && serviceById(check.service.id));
    const intervalMs = order.isAgreed ? order.intervalMs : Math.max(order.intervalMs, manners.shortestIntervalMs);
    if (intervalMs !== schedule.intervalMs) schedule = { startedMs: performance.now(), intervalMs };
    const end = endAfter({ order, manners, changed, count });
    const waitMs = nextSlot(schedule, performance.now()) - performance.now();
    yield { check, changed, statistics: statistics.read(), intervalMs, nextAtMs: end === null ? Date.now() + waitMs : null };
    if (end !== null) return end;
    await waitForSlot(schedule, signal);
  }
}

interface Progress {
  readonly order: WatchOrder;
  readonly manners: WatchManners;
  readonly changed: boolean;
  readonly count: number;
}

function endAfter({ order, manners, changed, count }: Progress): WatchEnd | null {
  if (order.untilChange && changed) return 'changed';
  if (order.count !== null && count >= order.count) return 'counted';
  return !order.isAgreed && manners.mostChecks !== null && count >= manners.mostChecks ? 'caution' : null;
}

/** Returns at once when aborted; the check that follows then sees it. */
async function waitForSlot(schedule: { readonly startedMs: number; readonly intervalMs: number }, signal: AbortSignal): Promise<void> {
  const waitMs = nextSlot(schedule, performance.now()) - performance.now();
  await sleep(waitMs, undefined, { signal }).catch(() => undefined);
}
