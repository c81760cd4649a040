import * as v from 'valibot';

import { findClockProblem } from '../../shared/history/retention-clock.ts';
import { NEWEST_MOMENT } from './checks/plan-retention.ts';
import { prepared, type Store } from './store.ts';
import { reading } from './store-reading.ts';

/** Whether nothing speaks against this clock (Unix milliseconds): what is deleted for good because of its age never comes back. */
export function isClockTrusted(store: Store, nowMs: number): boolean {
  const newest = reading(store, () => ({
    kind: 'read',
    value: v.parse(v.nullable(v.number()), prepared(store, NEWEST_MOMENT).pluck().get()),
  }));
  return newest.kind === 'read' && findClockProblem({ nowMs, newestMs: newest.value, isConfirmed: false }) === null;
}
