import * as v from 'valibot';

import type { TranscriptSummary } from '../../../shared/console/transcript-summary.ts';
import { transcriptsWantedSchema } from '../../../shared/console/transcripts-wanted.ts';
import type { TranscriptCursor, TranscriptsWanted } from '../../../shared/console/transcripts-wanted.ts';
import { searchWordsOf } from '../../../shared/history/search-text.ts';
import { fitting } from '../fitting.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing, StoreUnreadable } from '../store-reading.ts';
import { LISTED_TRANSCRIPTS, SUMMARY_COLUMNS, summaryRowSchema } from './transcript-rows.ts';

/** A part of the list of kept sessions. */
export type TranscriptListing =
  (Extract<StoreListing<TranscriptSummary>, { kind: 'listed' }> & { readonly next: TranscriptCursor | null }) | StoreUnreadable;

/** A search looks through so many at once: with what is searched of each (transcript-search-text.ts) some ten milliseconds. */
const SEARCHED_AT_ONCE = 100;

/** Kept sessions, newest first. A search may give a short part, or none, with a `next`: it goes on there. Never throws for reasons of the disk or the file. */
export function listTranscripts(store: Store, wanted: v.InferInput<typeof transcriptsWantedSchema>): TranscriptListing {
  const { hostId, text, after, limit } = v.parse(transcriptsWantedSchema, wanted);
  const words = searchWordsOf(text);
  const rowCount = words.length === 0 ? limit : Math.min(SEARCHED_AT_ONCE, limit);
  return reading(store, () => {
    const rows = prepared(store, pageOfTranscripts(hostId))
      .all({ ...(hostId === null ? {} : { hostId }), ...(after ?? newest), limit: rowCount })
      .map((row) => v.parse(cursorRowSchema, row));
    const found = rows.filter(({ id }) => prepared(store, MISSING_WORD).get({ id, words: JSON.stringify(words) }) === undefined);
    const last = rows.at(-1);
    const isEnd = last === undefined || rows.length < rowCount;
    return {
      kind: 'listed',
      ...fitting(summaryRowSchema, found),
      next: isEnd ? null : { startedAtMs: last.startedAtMs, id: last.id },
    };
  });
}

const newest: TranscriptCursor = { startedAtMs: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

const cursorRowSchema = v.looseObject({ id: v.number(), startedAtMs: v.number() });

/** A part of the list, of one host or of all. */
export function pageOfTranscripts(hostId: TranscriptsWanted['hostId']): string {
  return `
    SELECT ${SUMMARY_COLUMNS} FROM ${LISTED_TRANSCRIPTS} ${hostId === null ? '' : 'AND host_id = @hostId'}
      AND (started_at_ms, transcripts.id) < (@startedAtMs, @id)
    ORDER BY started_at_ms DESC, transcripts.id DESC LIMIT @limit`;
}

/** A word of a search that is neither in a transcript nor among what its host is found by. */
const MISSING_WORD = `
  SELECT 1 FROM json_each(@words) AS word, transcripts JOIN hosts ON hosts.id = host_id
  WHERE transcripts.id = @id AND instr(hosts.search_text, word.value) = 0 AND NOT EXISTS (
    SELECT 1 FROM transcript_chunks WHERE transcript_id = @id AND search_text IS NOT NULL AND instr(search_text, word.value) > 0)`;
