import { hostSchema } from '../../../shared/check/target.ts';
import { ADDRESSES_LISTED, hostAddressSchema, hostNoteSchema } from '../../../shared/history/host-details.ts';
import type { HostDetails } from '../../../shared/history/host-details.ts';
import { fitting } from '../fitting.ts';
import { findSummaries } from './host-summary.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** A host as its page shows it, or null when it is not there any more. Never throws for reasons of the disk or the file. */
export function readHost(store: Store, hostId: number): StoreReading<HostDetails | null> {
  return reading(store, () => {
    if (prepared(store, IS_LISTED).get(hostId) === undefined) return { kind: 'read', value: null };
    const [summary] = findSummaries(store, [hostId]).rows;
    if (summary === undefined) {
      return { kind: 'unreadable', problem: { kind: 'damaged', path: store.path, detail: `The row of host ${hostId} does not fit.` } };
    }
    const value = {
      summary,
      formerNames: [...fitting(hostSchema, prepared(store, FORMER_NAMES_OF_HOST).pluck().all(hostId)).rows],
      addresses: [...fitting(hostAddressSchema, prepared(store, ADDRESSES_OF_HOST).all(hostId)).rows],
      notes: [...fitting(hostNoteSchema, prepared(store, NOTES_OF_HOST).all(hostId)).rows],
    };
    return { kind: 'read', value };
  });
}

/** Whether a host is there and not in the trash. */
export const IS_LISTED = 'SELECT 1 FROM hosts WHERE id = ? AND hidden_at_ms IS NULL';

/** Names a host had before. */
export const FORMER_NAMES_OF_HOST = 'SELECT host FROM former_names WHERE host_id = ? ORDER BY host';

/** Addresses of a host, seen last first. */
export const ADDRESSES_OF_HOST = `
  SELECT address, first_seen_at_ms AS firstSeenAtMs, last_seen_at_ms AS lastSeenAtMs FROM host_addresses
  WHERE host_id = ? ORDER BY last_seen_at_ms DESC, address LIMIT ${ADDRESSES_LISTED}`;

/** Notes of a host, newest first. */
export const NOTES_OF_HOST = `
  SELECT id, text, written_at_ms AS writtenAtMs, edited_at_ms AS editedAtMs FROM host_notes
  WHERE host_id = ? ORDER BY written_at_ms DESC, id DESC`;
