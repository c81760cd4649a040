import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import type { StoreReading } from './store-reading.ts';

/** A number that changes when another process has written the history; our own writes leave it. */
export function dataVersion(store: Store): StoreReading<number> {
  return reading(store, () => ({ kind: 'read', value: Number(prepared(store, 'PRAGMA data_version').pluck().get()) }));
}
