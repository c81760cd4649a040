import type { NotWritten } from '../changing.ts';
import { dismantle } from './dismantle-host.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';
import type { Writing } from '../writing.ts';

/**
 * Begins to delete for good what was put into the trash before this moment (Unix milliseconds): it cannot be taken back any more. The
 * rest follows in slices (`purgeSlice`), now or after the next start. Never throws for reasons of the disk or the file.
 */
export function beginPurge(store: Store, trashedBeforeMs: number): { readonly kind: 'written' } | NotWritten {
  const written = writing(store, () => {
    prepared(store, FORGET_NAMES).run({ trashedBeforeMs });
    prepared(store, MARK_PURGED).run({ trashedBeforeMs });
  });
  return written.kind === 'committed' ? { kind: 'written' } : written;
}

/** Deletes some checks of a host that is being purged, and gives how many; null when none is being purged. Never throws for reasons of the disk or the file. */
export function purgeSlice(store: Store): Writing<number | null> {
  return writing(store, () => {
    const hostId = prepared(store, HOST_TO_PURGE).pluck().get();
    if (hostId === undefined) return null;
    const { changes } = prepared(store, DELETE_CHECKS).run(hostId);
    prepared(store, UNCOUNT_HOST).run({ hostId, changes });
    if (changes === 0) dismantle(store, Number(hostId));
    return changes;
  });
}

/** How many checks are still to be deleted. */
export const CHECKS_TO_PURGE = 'SELECT coalesce(sum(check_count), 0) FROM hosts WHERE is_purged = 1';

/** So many checks are deleted in one transaction: some milliseconds. */
const SLICE = 200;

const TRASHED = 'hidden_at_ms < @trashedBeforeMs AND merged_into IS NULL AND is_purged = 0';

const FORGET_NAMES = `DELETE FROM former_names WHERE host_id IN (SELECT id FROM hosts WHERE ${TRASHED})`;

// Its name is free again: a check of it made now begins a new host, not one that is about to go.
const MARK_PURGED = `UPDATE hosts SET is_purged = 1, host = 'purged:' || id WHERE ${TRASHED}`;

/** The next host that is being purged. */
export const HOST_TO_PURGE = 'SELECT id FROM hosts WHERE hidden_at_ms IS NOT NULL AND is_purged = 1 LIMIT 1';

const DELETE_CHECKS = `DELETE FROM checks WHERE id IN (SELECT id FROM checks WHERE host_id = ? ORDER BY started_at_ms LIMIT ${SLICE})`;

const UNCOUNT_HOST = 'UPDATE hosts SET check_count = check_count - @changes WHERE id = @hostId';
