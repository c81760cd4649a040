import { setTimeout as sleep } from 'node:timers/promises';

import type { CheckEvent } from '../../shared/check/event.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import { phaseTimes } from '../../shared/history/phase-times.ts';
import { startStatistics } from '../../shared/history/statistics.ts';
import { serviceById } from '../../shared/service/find-service.ts';
import { mannersTowards, type WatchManners } from '../../shared/service/watch-manners.ts';
import { runCheck } from '../checks/run-check.ts';
import { Sleep } from '../checks/sleep.ts';
import { nextSlot, type Schedule } from './next-slot.ts';
import type { WatchedCheck, WatchEnd, WatchOrder } from './watch-order.ts';

/** What a watch tells while it goes on. */
export type WatchEvent =
  /** A check begins, the how many-th, from 1 on; what happens in it follows. */
  | { readonly kind: 'checking'; readonly round: number }
  | CheckEvent
  /** It ended. */
  | { readonly kind: 'checked'; readonly watched: WatchedCheck }
  /** The computer slept, Unix milliseconds: a check that began was cancelled and proves nothing. */
  | { readonly kind: 'slept'; readonly fromMs: number; readonly toMs: number };

/**
 * The same as `watchEndpoint`, for who also wants to see what happens inside each check. After the computer slept, the schedule begins
 * anew: what was missed is not made up for.
 */
export async function* followEndpoint(order: WatchOrder, signal: AbortSignal): AsyncGenerator<WatchEvent, WatchEnd, void> {
  const statistics = startStatistics();
  const sleep = order.sleep ?? new Sleep();
  let schedule = { startedMs: performance.now(), intervalMs: order.intervalMs };
  let before: Outcome | null = null;
  for (let round = 1; ; round += 1) {
    if (signal.aborted) return 'stopped';
    yield { kind: 'checking', round };
    const asleep = sleep.next;
    const stop = AbortSignal.any([signal, asleep]);
    const check = yield* runCheck(order.target, order.options, stop);
    if (signal.aborted) return 'stopped';
    if (asleep.aborted) {
      yield await sleepThrough(sleep, signal);
      schedule = { ...schedule, startedMs: performance.now() };
      round -= 1;
      continue;
    }
    statistics.add({ ...check, phases: phaseTimes(check) });
    const changed = before !== null && before !== check.outcome;
    before = check.outcome;

    const manners = mannersTowards(order.target, check.service && serviceById(check.service.id));
    const intervalMs = order.isAgreed ? order.intervalMs : Math.max(order.intervalMs, manners.shortestIntervalMs);
    if (intervalMs !== schedule.intervalMs) schedule = { startedMs: performance.now(), intervalMs };
    const end = endAfter({ order, manners, changed, count: round });
    const waitMs = nextSlot(schedule, performance.now()) - performance.now();
    const nextAtMs = end === null ? Date.now() + waitMs : null;
    yield { kind: 'checked', watched: { check, changed, statistics: statistics.read(), manners, intervalMs, nextAtMs } };
    if (end !== null) return end;
    await waitForSlot(schedule, stop);
    if (!asleep.aborted || signal.aborted) continue;
    yield await sleepThrough(sleep, signal);
    schedule = { ...schedule, startedMs: performance.now() };
  }
}

async function sleepThrough(sleep: Sleep, signal: AbortSignal): Promise<Extract<WatchEvent, { kind: 'slept' }>> {
  const fromMs = Date.now();
  await sleep.awake(signal);
  return { kind: 'slept', fromMs, toMs: Date.now() };
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

/** Returns at once when aborted. */
async function waitForSlot(schedule: Schedule, signal: AbortSignal): Promise<void> {
  const waitMs = nextSlot(schedule, performance.now()) - performance.now();
  await sleep(waitMs, undefined, { signal }).catch(() => undefined);
}
