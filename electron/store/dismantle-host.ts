import { prepared } from './store.ts';
import type { Store } from './store.ts';

/** Rows that are removed in one transaction: some milliseconds. */
const SLICE = 500;

/** Removes some of what a host without checks still has, and at last the host; to be run inside a transaction, until the host is gone. */
export function dismantle(store: Store, hostId: number): void {
  for (const sql of [DELETE_DIGESTS, DELETE_ENDPOINTS]) {
    if (prepared(store, sql).run(hostId).changes > 0) return;
  }
  prepared(store, DELETE_HOST).run(hostId);
}

const DELETE_DIGESTS = `
  DELETE FROM check_digests WHERE (host_id, port, transport, width_ms, from_ms) IN
    (SELECT host_id, port, transport, width_ms, from_ms FROM check_digests WHERE host_id = ? LIMIT ${SLICE})`;

const DELETE_ENDPOINTS = `
  DELETE FROM endpoints WHERE (host_id, port, transport) IN
    (SELECT host_id, port, transport FROM endpoints WHERE host_id = ? LIMIT ${SLICE})`;

const DELETE_HOST = 'DELETE FROM hosts WHERE id = ?';
