import { setImmediate } from 'node:timers/promises';

import { patientlyAfter } from './patiently-after.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import type { StoreUnreadable } from './store-reading.ts';
import type { NotWritten } from './changing.ts';
import type { Writing } from './writing.ts';

/** How far a long change has come. */
export interface Progress {
  readonly kind: 'progress';
  readonly doneCount: number;
  readonly totalCount: number;
}

/** A change that is done in slices. */
export interface SlicedChange {
  /** Does the next part in a transaction of its own and tells how much it was; null when nothing is left. */
  readonly slice: (store: Store) => Writing<number | null>;
  /** SQL that counts what is left. */
  readonly countLeft: string;
}

/**
 * Carries out a change; between its slices, everything else in this process has its turn, and it waits while another process writes.
 * Returns null when it is done or the signal aborted, else why not. Never rejects for reasons of the disk or the file.
 */
export async function* carryOut(
  store: Store,
  { slice, countLeft }: SlicedChange,
  signal: AbortSignal,
): AsyncGenerator<Progress, NotWritten | null> {
  const left = reading(store, () => ({ kind: 'read', value: Number(prepared(store, countLeft).pluck().get()) }));
  if (left.kind === 'unreadable') return notWritten(left);
  const totalCount = left.value;
  let doneCount = 0;
  while (!signal.aborted) {
    const done = await patientlyAfter(store, slice, signal);
    if (done.kind === 'not_written') return done;
    if (done.value === null) return null;
    doneCount += done.value;
    yield { kind: 'progress', doneCount, totalCount: Math.max(totalCount, doneCount) };
    await setImmediate();
  }
  return null;
}

function notWritten({ problem }: StoreUnreadable): NotWritten {
  return { kind: 'not_written', problem };
}
