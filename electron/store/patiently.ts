import { setTimeout as sleep } from 'node:timers/promises';

import type { StoreProblem } from '../../shared/history/store-problem.ts';

/** Another program may hold the write lock for a while (a backup, an import); giving up earlier would lose a check. In milliseconds. */
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
 *
 * SQLite's own wait would stop the whole thread: no interrupt, no window. Aborting ends it after the next try.
 */
export async function patiently<T extends Attempted>(write: () => T, signal?: AbortSignal): Promise<T> {
  const deadlineMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const attempted = write();
    const isLocked = attempted.problem?.kind === 'locked';
    if (!isLocked || signal?.aborted === true || Date.now() > deadlineMs) return attempted;
    await sleep(PAUSE_MS);
  }
}
