import type { RetentionPlan } from '../../../shared/history/plan-retention.ts';
import type { NotWritten } from '../changing.ts';
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../in-slices.ts';
import { patientlyAfter } from '../patiently-after.ts';
import { removeSlice } from './remove-checks.ts';
import type { Store } from '../store.ts';

/** What was removed, or why no more of it. */
export type RetentionApplied = { readonly kind: 'applied'; readonly removedCount: number } | NotWritten;

/**
 * Removes for good what a plan says, in slices between which everything else has its turn; ends early when the signal aborts. Never
 * rejects for reasons of the disk or the file.
 */
export async function* applyRetention(store: Store, plan: RetentionPlan, signal: AbortSignal): AsyncGenerator<Progress, RetentionApplied> {
  let removedCount = 0;
  // The oldest first: what is removed when it is stopped is what would be missed least.
  for (const range of plan.ranges.toReversed()) {
    for (;;) {
      if (signal.aborted) return { kind: 'applied', removedCount };
      const removed = await patientlyAfter(store, () => removeSlice(store, range), signal);
      if (removed.kind === 'not_written') return removed;
      if (removed.value === 0) break;
      removedCount += removed.value;
      yield { kind: 'progress', doneCount: removedCount, totalCount: plan.removedCount };
      await setImmediate();
    }
  }
  return { kind: 'applied', removedCount };
}
