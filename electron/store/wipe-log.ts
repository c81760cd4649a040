import type { NotWritten } from './changing.ts';
import { classifyProblem } from './classify-problem.ts';
import { refuseWaits, shortenWaits } from './connection.ts';
import { hasLog } from './file/known-history.ts';
import { patientlyAfter } from './patiently-after.ts';
import type { Store } from './store.ts';

/**
 * Makes what was deleted unreadable. `secure_delete` overwrites it in the pages that are written from then on, but these are in the log
 * first: until it is copied into the file and emptied, the text stands in both.
 *
 * While somebody reads an older state (an export) the log cannot be emptied: that is waited for, for a while. What is left then goes when
 * keeping house, or with the log itself when the history is closed. Never rejects for reasons of the disk or the file.
 */
export async function wipeLog(store: Store, signal?: AbortSignal): Promise<void> {
  await patientlyAfter(store, emptyLog, signal);
}

function emptyLog(store: Store): { readonly kind: 'written' } | NotWritten {
  // Closing empties it as well. An empty one is not touched: its time tells whether there is something to back up.
  if (!store.database.open || store.unwritable !== null || !hasLog(store.path)) return { kind: 'written' };
  try {
    // A reader would be waited for by SQLite itself, with the whole thread.
    refuseWaits(store.database);
    const isBusy = store.database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 1;
    return isBusy
      ? { kind: 'not_written', problem: { kind: 'locked', path: store.path, detail: 'It is being read.' } }
      : { kind: 'written' };
  } catch (error) {
    return { kind: 'not_written', problem: classifyProblem(error, store.path) };
  } finally {
    if (store.database.open) shortenWaits(store.database);
  }
}
