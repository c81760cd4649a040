import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** The number of the last check of the same endpoint that succeeded before this one, or null. Never throws for reasons of the disk or the file. */
export function findLastSuccess(store: Store, id: number): StoreReading<number | null> {
  return reading(store, () => {
    const found = prepared(store, LAST_SUCCESS).pluck().get(id);
    return { kind: 'read', value: found == null ? null : Number(found) };
  });
}

/** The last check of an endpoint that succeeded before a check of it. */
export const LAST_SUCCESS = `
  SELECT success.id FROM checks AS this JOIN checks AS success INDEXED BY checks_by_outcome
    ON success.host_id = this.host_id AND success.outcome = 'succeeded' AND success.port = this.port AND success.transport = this.transport
    AND (success.started_at_ms, success.id) < (this.started_at_ms, this.id)
  WHERE this.id = ? ORDER BY success.started_at_ms DESC, success.id DESC LIMIT 1`;
