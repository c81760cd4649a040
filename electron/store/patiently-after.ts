import { setTimeout as sleep } from 'node:timers/promises';

import { isWrittenForLong } from './long-writing.ts';
import { patiently, type Attempted } from './patiently.ts';
import type { Store } from './store.ts';

/** Between two looks, in milliseconds. */
const PAUSE_MS = 50;

/**
 * Writes patiently, and not even tries while somebody who writes for long (an import, a restore) has shown it: a try that meets the lock
 * holds this thread, and with it the window, for as long as SQLite waits. Aborting ends the wait; it is tried once even then.
 */
export async function patientlyAfter<T extends Attempted>(store: Store, write: (store: Store) => T, signal?: AbortSignal): Promise<T> {
  while (isWrittenForLong(store.path) && signal?.aborted !== true) await sleep(PAUSE_MS);
  return patiently(() => write(store), signal);
}
