import { changing } from '../changing.ts';
import type { NotWritten, Written } from '../changing.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';
import { writing } from '../writing.ts';
import type { Writing } from '../writing.ts';

/** Removes kept sessions; it can be taken back until they are purged. Never throws for reasons of the disk or the file. */
export function removeTranscripts(
  store: Store,
  { transcriptIds, nowMs }: { readonly transcriptIds: readonly number[]; readonly nowMs: number },
): Written {
  return changing(store, () => prepared(store, HIDE).run({ ids: JSON.stringify(transcriptIds), nowMs }).changes > 0);
}

/** Takes removing back. "gone": they were purged already. Never throws for reasons of the disk or the file. */
export function restoreTranscripts(store: Store, transcriptIds: readonly number[]): Written {
  return changing(store, () => prepared(store, SHOW).run({ ids: JSON.stringify(transcriptIds) }).changes > 0);
}

/** Begins to delete for good what was removed before this moment (Unix milliseconds); the rest follows in slices. Never throws for reasons of the disk or the file. */
export function beginTranscriptPurge(store: Store, removedBeforeMs: number): { readonly kind: 'written' } | NotWritten {
  return marked(store, MARK_REMOVED, removedBeforeMs);
}

/** The same for those that were last written before this moment, but for those of a host in the trash, so that it can be taken back whole. */
export function beginTranscriptExpiry(store: Store, lastBeforeMs: number): { readonly kind: 'written' } | NotWritten {
  return marked(store, MARK_OLD, lastBeforeMs);
}

/** How many sessions `beginTranscriptExpiry` would take. Never throws for reasons of the disk or the file. */
export function countOldTranscripts(store: Store, lastBeforeMs: number): StoreReading<number> {
  return reading(store, () => ({ kind: 'read', value: Number(prepared(store, COUNT_OLD).pluck().get({ beforeMs: lastBeforeMs })) }));
}

/** Deletes some of a session that is to go for good, and gives how much; null when none is. Never throws for reasons of the disk or the file. */
export function purgeTranscriptSlice(store: Store): Writing<number | null> {
  return writing(store, () => {
    const id = prepared(store, TRANSCRIPT_TO_PURGE).pluck().get();
    if (id === undefined) return null;
    const { changes } = prepared(store, DELETE_CHUNKS).run(id);
    if (changes === 0) prepared(store, DELETE_TRANSCRIPT).run(id);
    return changes;
  });
}

function marked(store: Store, sql: string, beforeMs: number): { readonly kind: 'written' } | NotWritten {
  const written = writing(store, () => prepared(store, sql).run({ beforeMs, PURGED }).changes);
  return written.kind === 'committed' ? { kind: 'written' } : written;
}

/** Hidden since this moment, which never was, means that it goes for good. */
const PURGED = -1;

const THESE = 'id IN (SELECT value FROM json_each(@ids))';

const HIDE = `UPDATE transcripts SET hidden_at_ms = @nowMs WHERE ${THESE} AND hidden_at_ms IS NULL`;

const SHOW = `UPDATE transcripts SET hidden_at_ms = NULL WHERE ${THESE} AND hidden_at_ms >= 0`;

const MARK_REMOVED = 'UPDATE transcripts SET hidden_at_ms = @PURGED WHERE hidden_at_ms >= 0 AND hidden_at_ms < @beforeMs';

const IS_OLD = `
  hidden_at_ms IS NULL AND last_at_ms < @beforeMs AND host_id NOT IN (SELECT id FROM hosts WHERE hidden_at_ms IS NOT NULL)`;

const MARK_OLD = `UPDATE transcripts SET hidden_at_ms = @PURGED WHERE ${IS_OLD}`;

const COUNT_OLD = `SELECT count(*) FROM transcripts WHERE ${IS_OLD}`;

/** The next session to go for good. */
export const TRANSCRIPT_TO_PURGE = `SELECT id FROM transcripts WHERE hidden_at_ms IS NOT NULL AND hidden_at_ms = ${PURGED} LIMIT 1`;

/** How many pieces are still to be deleted. */
export const TRANSCRIPTS_TO_PURGE = `
  SELECT count(*) FROM transcripts JOIN transcript_chunks ON transcript_id = id WHERE hidden_at_ms IS NOT NULL AND hidden_at_ms = ${PURGED}`;

/** So many chunks, each of up to some hundred kilobytes that secure_delete overwrites, are deleted in one transaction. */
const SLICE = 20;

const DELETE_CHUNKS = `
  DELETE FROM transcript_chunks WHERE rowid IN (SELECT rowid FROM transcript_chunks WHERE transcript_id = ? LIMIT ${SLICE})`;

const DELETE_TRANSCRIPT = 'DELETE FROM transcripts WHERE id = ?';
