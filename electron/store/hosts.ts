import { isIP } from 'node:net';

import type { Check } from '../../shared/check/check.ts';
import type { Arrival } from './arrival.ts';
import type { CheckPlace } from './check-order.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';

/**
 * Counts the check to its host, and makes the host when it is new. Gives the host's id; to be run inside a transaction.
 *
 * A check of a former name counts to the host that had it. A deleted host comes back with its past.
 */
export function recordHost(store: Store, { target, outcome, startedAtMs }: Check, arrival: Arrival): number {
  const hostId = findHostId(store, target.host) ?? addHost(store, target.host, startedAtMs);
  countToHost(store, { hostId, outcome, startedAtMs }, arrival);
  prepared(store, TAKE_BACK).run(hostId);
  return hostId;
}

/** Counts a check to its host; to be run inside a transaction. */
export function countToHost(store: Store, { hostId, outcome, startedAtMs }: CountedCheck, arrival: Arrival): void {
  prepared(store, COUNT_CHECK).run({ hostId, outcome, startedAtMs, isLive: Number(arrival === 'made_now') });
}

type CountedCheck = Pick<CheckPlace, 'hostId' | 'outcome' | 'startedAtMs'>;

/** The number of the host of this name, address or former name, deleted or not; null when there is none. */
export function findHostId(store: Store, host: string): number | null {
  const hostId = prepared(store, ID_OF_HOST).pluck().get(host) ?? prepared(store, ID_OF_FORMER_NAME).pluck().get(host);
  return hostId === undefined ? null : Number(hostId);
}

/** Makes a host that was never checked; to be run inside a transaction, and only when there is none of this name. */
export function addHost(store: Store, host: string, nowMs: number): number {
  const kind = isIP(host) === 0 ? 'name' : 'address';
  const hostId = Number(prepared(store, INSERT_HOST).run({ host, kind, nowMs }).lastInsertRowid);
  refreshSearchText(store, hostId);
  return hostId;
}

/** The number of a host by its name. */
export const ID_OF_HOST = 'SELECT id FROM hosts WHERE host = ?';

/** The number of the host that had this name. */
export const ID_OF_FORMER_NAME = 'SELECT host_id FROM former_names WHERE host = ?';

const COUNT_CHECK = `
  UPDATE hosts SET
    last_outcome = iif(@isLive OR last_checked_at_ms IS NULL OR @startedAtMs >= last_checked_at_ms, @outcome, last_outcome),
    last_checked_at_ms = iif(@isLive OR last_checked_at_ms IS NULL, @startedAtMs, max(@startedAtMs, last_checked_at_ms)),
    check_count = check_count + 1
  WHERE id = @hostId`;

const TAKE_BACK = 'UPDATE hosts SET hidden_at_ms = NULL WHERE id = ? AND hidden_at_ms IS NOT NULL';

const INSERT_HOST = 'INSERT INTO hosts (host, kind, created_at_ms, check_count) VALUES (@host, @kind, @nowMs, 0)';
