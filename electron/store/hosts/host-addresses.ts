import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** An address that resolving a name showed, and when it did: Unix milliseconds. */
export interface SeenAddress {
  readonly hostId: number;
  readonly address: string;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
}

/** Links a name to an address; tells whether it was not before. To be run inside a transaction. */
export function recordAddress(store: Store, seen: SeenAddress): boolean {
  if (prepared(store, UPDATE_ADDRESS).run(seen).changes > 0) return false;
  prepared(store, INSERT_ADDRESS).run(seen);
  return true;
}

const UPDATE_ADDRESS = `
  UPDATE host_addresses SET
    first_seen_at_ms = min(first_seen_at_ms, @firstSeenAtMs), last_seen_at_ms = max(last_seen_at_ms, @lastSeenAtMs)
  WHERE host_id = @hostId AND address = @address`;

const INSERT_ADDRESS = `
  INSERT INTO host_addresses (host_id, address, first_seen_at_ms, last_seen_at_ms)
  VALUES (@hostId, @address, @firstSeenAtMs, @lastSeenAtMs)`;
