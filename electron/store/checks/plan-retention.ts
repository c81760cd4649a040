import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';

import { outcomeSchema } from '../../../shared/check/outcome.ts';
import { transportSchema } from '../../../shared/check/target.ts';
import { startRetention } from '../../../shared/history/plan-retention.ts';
import type { RetentionPlan } from '../../../shared/history/plan-retention.ts';
import type { ClockProblem } from '../../../shared/history/retention-clock.ts';
import type { RetentionPolicy } from '../../../shared/history/retention-policy.ts';
import { countChecks } from './count-checks.ts';
import { fitting } from '../fitting.ts';
import type { Progress } from '../in-slices.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading, StoreUnreadable } from '../store-reading.ts';

/** What is to be kept, and what this computer thinks of the time. */
export interface RetentionWanted {
  readonly policy: RetentionPolicy;
  /** Unix milliseconds. */
  readonly nowMs: number;
  /** A person has looked at the clock and said that it is right. */
  readonly isClockConfirmed: boolean;
}

/** The plan, or why there is none; null when the signal aborted. */
export type RetentionPlanned =
  | { readonly kind: 'planned'; readonly plan: RetentionPlan }
  | { readonly kind: 'refused'; readonly problem: ClockProblem }
  | StoreUnreadable
  | null;

/** Plans what keeping to a policy removes, in slices between which everything else has its turn. Never rejects for reasons of the disk or the file. */
export async function* planRetention(
  store: Store,
  { policy, nowMs, isClockConfirmed }: RetentionWanted,
  signal: AbortSignal,
): AsyncGenerator<Progress, RetentionPlanned> {
  const newest = reading(store, () => ({
    kind: 'read',
    value: v.parse(v.nullable(v.number()), prepared(store, NEWEST_MOMENT).pluck().get()),
  }));
  if (newest.kind === 'unreadable') return newest;
  const start = startRetention(policy, { nowMs, newestMs: newest.value, isConfirmed: isClockConfirmed });
  if (start.kind === 'refused') return start;
  const all = countChecks(store);
  if (all.kind === 'unreadable') return all;
  let doneCount = 0;
  for (let beforeId: number | null = Number.MAX_SAFE_INTEGER; beforeId !== null;) {
    if (signal.aborted) return null;
    const slice: StoreReading<Slice> = readSlice(store, beforeId);
    if (slice.kind === 'unreadable') return slice;
    for (const entry of slice.value.entries) start.planning.add(entry);
    doneCount += slice.value.entries.length;
    beforeId = slice.value.nextBeforeId;
    yield { kind: 'progress', doneCount, totalCount: Math.max(all.value, doneCount) };
    await setImmediate();
  }
  return { kind: 'planned', plan: start.planning.read() };
}

/** So many checks are looked at in some milliseconds. */
const SLICE = 5_000;

type Slice = ReturnType<typeof readEntries>;

function readSlice(store: Store, beforeId: number): StoreReading<Slice> {
  return reading(store, () => ({ kind: 'read', value: readEntries(store, beforeId) }));
}

function readEntries(store: Store, beforeId: number) {
  const found = prepared(store, ENTRIES_BEFORE).raw().all(beforeId);
  const { rows } = fitting(entrySchema, found);
  const [lastId] = v.parse(v.tupleWithRest([v.number()], v.unknown()), found.at(-1) ?? [0]);
  return { entries: rows, nextBeforeId: found.length < SLICE ? null : lastId };
}

const entrySchema = v.pipe(
  v.tuple([v.number(), v.number(), v.number(), transportSchema, outcomeSchema, v.number(), v.number()]),
  v.transform(([id, hostId, port, transport, outcome, startedAtMs, isInCase]) => ({
    ...{ id, hostId, port, transport, outcome, startedAtMs },
    isInCase: isInCase === 1,
  })),
);

/** When the newest check was made. */
export const NEWEST_MOMENT = 'SELECT max(started_at_ms) FROM checks';

/** What retention needs of checks, the highest number first; what is in the trash is no concern of it. */
export const ENTRIES_BEFORE = `
  SELECT id, host_id, port, transport, outcome, started_at_ms, case_id IS NOT NULL FROM checks
  WHERE id < ? AND host_id NOT IN (SELECT id FROM hosts WHERE hidden_at_ms IS NOT NULL) ORDER BY id DESC LIMIT ${SLICE}`;
