import { setTimeout as sleep } from 'node:timers/promises';

import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { isWrittenForLong } from './long-writing.ts';
import { steadyMs } from './steady-clock.ts';

/** Another program may hold the write lock for a while; giving up earlier would lose a check. In milliseconds. */
const PATIENCE_MS = 5_000;

/** Between two tries, in milliseconds: each try itself waits a moment for the lock. */
const PAUSE_MS = 50;

/** What writing brought, whatever it is called; a problem where it brought nothing. */
export interface Attempted {
  readonly kind: string;
  readonly problem?: StoreProblem;
}

/**
 * Writes again and again while another process holds the lock, for at most PATIENCE_MS, without keeping the process from anything else.
 * A process that shows that it writes for long (an import) is waited for as long as it lives.
 *
 * SQLite's own wait would stop the whole thread: no interrupt, no window. Aborting ends it after the next try.
 */
export async function patiently<T extends Attempted>(write: () => T, signal?: AbortSignal): Promise<T> {
  const isAborted = (): boolean => signal?.aborted === true;
  let deadlineMs = steadyMs() + PATIENCE_MS;
  for (;;) {
    const attempted = write();
    const { problem } = attempted;
    if (problem?.kind !== 'locked' || isAborted() || steadyMs() > deadlineMs) return attempted;
    await sleep(PAUSE_MS);
    while (isWrittenForLong(problem.path) && !isAborted()) {
      deadlineMs = steadyMs() + PATIENCE_MS;
      // No try meanwhile: it would wait for the lock in vain, and hold this thread up.
      await sleep(PAUSE_MS);
    }
  }
}
