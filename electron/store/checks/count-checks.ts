import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** How many checks the history holds. Never throws for reasons of the disk or the file. */
export function countChecks(store: Store): StoreReading<number> {
  return reading(store, () => ({ kind: 'read', value: Number(prepared(store, CHECK_COUNT).pluck().get()) }));
}

// Each host counts its own: counting the rows of checks would read a whole index.
const CHECK_COUNT = 'SELECT coalesce(sum(check_count), 0) FROM hosts WHERE hidden_at_ms IS NULL';
