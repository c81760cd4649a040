import { trashedHostSchema } from '../../../shared/history/trashed-host.ts';
import type { TrashedHost } from '../../../shared/history/trashed-host.ts';
import { changing } from '../changing.ts';
import type { Written } from '../changing.ts';
import { fitting } from '../fitting.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';

/** Deletes hosts with everything they have; it can be taken back until they are purged. Never throws for reasons of the disk or the file. */
export function trashHosts(store: Store, { hostIds, nowMs }: { readonly hostIds: readonly number[]; readonly nowMs: number }): Written {
  return changing(store, () => prepared(store, HIDE_HOSTS).run({ hostIds: JSON.stringify(hostIds), nowMs }).changes > 0);
}

/** Takes deleting back. "gone": they were purged already. Never throws for reasons of the disk or the file. */
export function restoreHosts(store: Store, hostIds: readonly number[]): Written {
  return changing(store, () => prepared(store, SHOW_HOSTS).run({ hostIds: JSON.stringify(hostIds) }).changes > 0);
}

/** Deleted hosts that can still be taken back, deleted last first. Never throws for reasons of the disk or the file. */
export function listTrash(store: Store): StoreListing<TrashedHost> {
  return reading(store, () => ({ kind: 'listed', ...fitting(trashedHostSchema, prepared(store, TRASH).all()) }));
}

const THESE = 'id IN (SELECT value FROM json_each(@hostIds)) AND merged_into IS NULL AND is_purged = 0';

const HIDE_HOSTS = `UPDATE hosts SET hidden_at_ms = @nowMs WHERE ${THESE} AND hidden_at_ms IS NULL`;

const SHOW_HOSTS = `UPDATE hosts SET hidden_at_ms = NULL WHERE ${THESE} AND hidden_at_ms IS NOT NULL`;

/** What is in the trash. */
export const TRASH = `
  SELECT id, host, display_name AS displayName, check_count AS checkCount, hidden_at_ms AS trashedAtMs FROM hosts
  WHERE hidden_at_ms IS NOT NULL AND merged_into IS NULL AND is_purged = 0 ORDER BY hidden_at_ms DESC, id DESC LIMIT 500`;
