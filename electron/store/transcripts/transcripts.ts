import * as v from 'valibot';

import { packLines } from '../../../shared/console/pack-lines.ts';
import type { TranscriptAppend, TranscriptBeginning } from '../../../shared/console/transcript-append.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';
import { TRANSCRIPT_HEAD_BYTES, TRANSCRIPT_LIMIT_BYTES } from '../../../shared/console/transcript-summary.ts';
import { addEndpoint } from '../hosts/endpoints.ts';
import { addHost, findHostId, takeBack } from '../hosts/hosts.ts';
import { refreshSearchText } from '../hosts/search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { searchableText } from './transcript-search-text.ts';
import { writing } from '../writing.ts';
import type { Writing } from '../writing.ts';

/** Begins a transcript and gives its number; makes the host when it is new, and takes it back from the trash. Never throws for reasons of the disk or the file. */
export function beginTranscript(store: Store, { target, side, request, isSentKept, startedAtMs }: TranscriptBeginning): Writing<number> {
  return writing(store, () => {
    const hostId = placeHost(store, target.host, startedAtMs);
    // The port somebody calls from is none that could be dialled.
    if (side === 'dialled') addEndpoint(store, { ...target, hostId });
    const documents = { target: JSON.stringify(target), request: JSON.stringify(request) };
    const row = { hostId, side, isSentKept: Number(isSentKept), startedAtMs, ...documents };
    return Number(prepared(store, INSERT_TRANSCRIPT).run(row).lastInsertRowid);
  });
}

function placeHost(store: Store, host: string, nowMs: number): number {
  const known = findHostId(store, host);
  if (known !== null) {
    takeBack(store, known);
    return known;
  }
  const hostId = addHost(store, host, nowMs);
  refreshSearchText(store, hostId);
  return hostId;
}

/** Writes down what came of some sessions in one transaction; gives the numbers of the transcripts that are not there any more. Never throws for reasons of the disk or the file. */
export function appendTranscripts(store: Store, appends: readonly TranscriptAppend[]): Writing<ReadonlySet<number>> {
  return writing(store, () => {
    const gone = appends.filter((append) => !appendOne(store, append));
    return new Set(gone.map(({ transcriptId }) => transcriptId));
  });
}

function appendOne(store: Store, { transcriptId, lines, openLine, state }: TranscriptAppend): boolean {
  const open = openLine === null ? null : packLines([openLine]);
  const { changes } = prepared(store, SET_STATE).run({
    ...state,
    ...{ transcriptId, isSentKept: Number(state.isSentKept), end: state.end === null ? null : JSON.stringify(state.end) },
    ...{ openHeads: open?.heads ?? null, openBytes: open?.bytes ?? null },
  });
  if (changes === 0) return false;
  if (lines.length > 0) addChunk(store, transcriptId, lines);
  return true;
}

function addChunk(store: Store, transcriptId: number, lines: readonly TranscriptLine[]): void {
  const { heads, bytes } = packLines(lines);
  const searchedBytes = Number(prepared(store, SEARCHED_BYTES).pluck().get(transcriptId));
  const searchText = searchableText(lines, searchedBytes);
  const storedBytes = heads.length + bytes.length;
  prepared(store, INSERT_CHUNK).run({ transcriptId, heads, bytes, searchText, storedBytes });
  prepared(store, COUNT_CHUNK).run({ transcriptId, storedBytes, keptBytes: bytes.length, searchedBytes: searchText?.length ?? 0 });
  dropOldest(store, transcriptId);
}

/** A chunk is far smaller than the limit, so few are ever dropped at once. */
function dropOldest(store: Store, transcriptId: number): void {
  while (prepared(store, IS_FULL).get(transcriptId) !== undefined) {
    const dropped = v.safeParse(droppedSchema, prepared(store, DROP_CHUNK).get(transcriptId));
    if (!dropped.success) return;
    prepared(store, UNCOUNT_CHUNK).run({ transcriptId, ...dropped.output });
  }
}

const droppedSchema = v.object({ storedBytes: v.number(), keptBytes: v.number() });

const INSERT_TRANSCRIPT = `
  INSERT INTO transcripts (host_id, target, side, request, is_sent_kept, started_at_ms, last_at_ms)
  VALUES (@hostId, @target, @side, @request, @isSentKept, @startedAtMs, @startedAtMs)`;

const SET_STATE = `
  UPDATE transcripts SET is_sent_kept = @isSentKept, last_at_ms = max(last_at_ms, @atMs), end = @end, connection_count = @connectionCount,
    received_bytes = @receivedBytes, sent_bytes = @sentBytes, line_count = @lineCount, skipped_bytes = @skippedBytes,
    open_heads = @openHeads, open_bytes = @openBytes
  WHERE id = @transcriptId`;

const SEARCHED_BYTES = 'SELECT searched_bytes FROM transcripts WHERE id = ?';

const INSERT_CHUNK = `
  INSERT INTO transcript_chunks (transcript_id, number, from_bytes, stored_bytes, search_text, heads, bytes)
  SELECT @transcriptId, coalesce((SELECT max(number) FROM transcript_chunks WHERE transcript_id = @transcriptId), 0) + 1, appended_bytes,
    @storedBytes, @searchText, @heads, @bytes
  FROM transcripts WHERE id = @transcriptId`;

const COUNT_CHUNK = `
  UPDATE transcripts SET stored_bytes = stored_bytes + @storedBytes, kept_bytes = kept_bytes + @keptBytes,
    appended_bytes = appended_bytes + @storedBytes, searched_bytes = searched_bytes + @searchedBytes
  WHERE id = @transcriptId`;

const IS_FULL = `SELECT 1 FROM transcripts WHERE id = ? AND stored_bytes > ${TRANSCRIPT_LIMIT_BYTES}`;

/** The oldest chunk after the head goes. */
const DROP_CHUNK = `
  DELETE FROM transcript_chunks WHERE rowid = (
    SELECT rowid FROM transcript_chunks WHERE transcript_id = ? AND from_bytes >= ${TRANSCRIPT_HEAD_BYTES} ORDER BY number LIMIT 1)
  RETURNING stored_bytes AS storedBytes, length(bytes) AS keptBytes`;

const UNCOUNT_CHUNK = `
  UPDATE transcripts SET stored_bytes = stored_bytes - @storedBytes, kept_bytes = kept_bytes - @keptBytes,
    dropped_bytes = dropped_bytes + @keptBytes
  WHERE id = @transcriptId`;
