import { setTimeout as sleep } from 'node:timers/promises';

import type { CheckEvent } from '../../shared/check/event.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import { phaseTimes } from '../../shared/history/phase-times.ts';
import { startStatistics } from '../../shared/history/statistics.ts';
import { serviceById } from '../../shared/service/find-service.ts';
import { mannersTowards, type WatchManners } from '../../shared/service/watch-manners.ts';
import { runCheck } from '../checks/run-check.ts';
import { nextSlot, type Schedule } from './next-slot.ts';
import type { WatchedCheck, WatchEnd, WatchOrder } from './watch-order.ts';

/** What a watch tells while it goes on. */
export type WatchEvent =
  /** A check begins, the how many-th, from 1 on; what happens in it follows. */
  | { readonly kind: 'checking'; readonly round: number }
  | CheckEvent
  /** It ended. */
  | { readonly kind: 'checked'; readonly watched: WatchedCheck };

/** The same as `watchEndpoint`, for who also wants to see what happens inside each check. */
export async function* followEndpoint(order: WatchOrder, signal: AbortSignal): AsyncGenerator<WatchEvent, WatchEnd, void> {
  const statistics = startStatistics();
  let schedule = { startedMs: performance.now(), intervalMs: order.intervalMs };
  let before: Outcome | null = null;
  for (let round = 1; ; round += 1) {
    if (signal.aborted) return 'stopped';
    yield { kind: 'checking', round };
    const check = yield* runCheck(order.target, order.options, signal);
    if (signal.aborted) return 'stopped';
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

/** Returns at once when aborted. */
async function waitForSlot(schedule: Schedule, signal: AbortSignal): Promise<void> {
  const waitMs = nextSlot(schedule, performance.now()) - performance.now();
  await sleep(waitMs, undefined, { signal }).catch(() => undefined);
}
