import { isIP } from 'node:net';

import type { Arrival } from '../arrival.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** Checks of one host that are counted to it. */
export interface CountedChecks {
  readonly hostId: number;
  /** The last of them that was made here, or null: what others see is no state of the host. */
  readonly last: { readonly outcome: string; readonly startedAtMs: number } | null;
  readonly checkCount: number;
  /** How many of its endpoints were made for them. */
  readonly newEndpointCount: number;
}

/** Counts checks to their host; to be run inside a transaction. */
export function countToHost(store: Store, counted: CountedChecks, arrival: Arrival): void {
  const { last, ...counts } = counted;
  prepared(store, COUNT_CHECKS).run(counts);
  if (last !== null) prepared(store, SET_LAST).run({ hostId: counts.hostId, ...last, isLive: Number(arrival === 'made_now') });
}

/** Brings a deleted host back with its past; to be run inside a transaction. */
export function takeBack(store: Store, hostId: number): void {
  prepared(store, TAKE_BACK).run(hostId);
}

/** The number of the host of this name, address or former name, deleted or not; null when there is none. */
export function findHostId(store: Store, host: string): number | null {
  const hostId = prepared(store, ID_OF_HOST).pluck().get(host) ?? prepared(store, ID_OF_FORMER_NAME).pluck().get(host);
  return hostId === undefined ? null : Number(hostId);
}

/**
 * Makes a host that was never checked; to be run inside a transaction, and only when there is none of this name. Nothing finds it until
 * its search text is refreshed, which is for the caller to do once it knows the rest.
 */
export function addHost(store: Store, host: string, nowMs: number): number {
  const kind = isIP(host) === 0 ? 'name' : 'address';
  return Number(prepared(store, INSERT_HOST).run({ host, kind, nowMs }).lastInsertRowid);
}

/** The number of a host by its name. */
export const ID_OF_HOST = 'SELECT id FROM hosts WHERE host = ?';

/** The number of the host that had this name. */
export const ID_OF_FORMER_NAME = 'SELECT host_id FROM former_names WHERE host = ?';

const COUNT_CHECKS = `
  UPDATE hosts SET check_count = check_count + @checkCount, endpoint_count = endpoint_count + @newEndpointCount WHERE id = @hostId`;

const SET_LAST = `
  UPDATE hosts SET
    last_outcome = iif(@isLive OR last_checked_at_ms IS NULL OR @startedAtMs >= last_checked_at_ms, @outcome, last_outcome),
    last_checked_at_ms = iif(@isLive OR last_checked_at_ms IS NULL, @startedAtMs, max(@startedAtMs, last_checked_at_ms))
  WHERE id = @hostId`;

const TAKE_BACK = 'UPDATE hosts SET hidden_at_ms = NULL WHERE id = ? AND hidden_at_ms IS NOT NULL';

const INSERT_HOST = 'INSERT INTO hosts (host, kind, created_at_ms, check_count) VALUES (@host, @kind, @nowMs, 0)';
