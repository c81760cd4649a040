import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** Rows that are removed in one transaction: some milliseconds. */
const SLICE = 500;

/** Removes some of what a host without checks still has, and at last the host; to be run inside a transaction, until the host is gone. */
export function dismantle(store: Store, hostId: number): void {
  for (const sql of [DELETE_DIGESTS, DELETE_ENDPOINTS, DELETE_CHUNKS, DELETE_TRANSCRIPTS, DELETE_CASE_ENTRIES]) {
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

/** Chunks that are removed in one transaction: each has up to some hundred kilobytes, which secure_delete overwrites. */
const CHUNKS_SLICE = 20;

const DELETE_CHUNKS = `
  DELETE FROM transcript_chunks WHERE rowid IN (
    SELECT transcript_chunks.rowid FROM transcripts JOIN transcript_chunks ON transcript_id = id WHERE host_id = ? LIMIT ${CHUNKS_SLICE})`;

const DELETE_TRANSCRIPTS = `DELETE FROM transcripts WHERE id IN (SELECT id FROM transcripts WHERE host_id = ? LIMIT ${SLICE})`;

// Apart from their cases, which go with the host: a case may have many.
const DELETE_CASE_ENTRIES = `
  DELETE FROM case_entries WHERE id IN
    (SELECT case_entries.id FROM cases JOIN case_entries ON case_id = cases.id WHERE host_id = ? LIMIT ${SLICE})`;

const DELETE_HOST = 'DELETE FROM hosts WHERE id = ?';
