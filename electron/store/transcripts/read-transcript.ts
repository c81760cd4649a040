import * as v from 'valibot';

import { unpackLines } from '../../../shared/console/pack-lines.ts';
import { sessionRequestSchema, type SessionRequest } from '../../../shared/console/session-request.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';
import type { TranscriptSummary } from '../../../shared/console/transcript-summary.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing, StoreReading, StoreUnreadable } from '../store-reading.ts';
import { LISTED_TRANSCRIPTS, SUMMARY_COLUMNS, summaryRowSchema } from './transcript-rows.ts';

/** A kept session without its lines. */
export interface FoundTranscript {
  readonly summary: TranscriptSummary;
  readonly request: SessionRequest;
}

/** Some lines of a transcript; `next` is where to go on, null at its end. `unreadableCount` parts were damaged. */
export type TranscriptPart =
  (Extract<StoreListing<TranscriptLine>, { kind: 'listed' }> & { readonly next: number | null }) | StoreUnreadable;

/** What is known of a kept session, and the settings it was held with; null when it is not there. Never throws for reasons of the disk or the file. */
export function findTranscript(store: Store, transcriptId: number): StoreReading<FoundTranscript | null> {
  return reading(store, () => {
    const row = prepared(store, TRANSCRIPT_BY_ID).get(transcriptId);
    if (row === undefined) return { kind: 'read', value: null };
    const { request, ...summary } = v.parse(foundRowSchema, row);
    return { kind: 'read', value: { summary, request } };
  });
}

/** Lines of a transcript from the part after `after` on; null begins. Never throws for reasons of the disk or the file. */
export function readTranscript(
  store: Store,
  { transcriptId, after }: { readonly transcriptId: number; readonly after: number | null },
): TranscriptPart {
  return reading(store, () => {
    const chunks = prepared(store, CHUNKS_AFTER).all(transcriptId, after ?? 0);
    const taken = withinReach(chunks.map((chunk) => v.parse(chunkSchema, chunk)));
    const isEnd = taken.length === chunks.length && chunks.length < CHUNKS_AT_ONCE;
    const open = isEnd ? v.safeParse(packedSchema, prepared(store, OPEN_LINE).get(transcriptId)) : null;
    const packs = open?.success === true ? [...taken, open.output] : taken;
    const unpacked = packs.map(unpackLines);
    return {
      kind: 'listed',
      rows: unpacked.flatMap((lines) => lines ?? []),
      unreadableCount: unpacked.filter((lines) => lines === null).length,
      next: isEnd ? null : (taken.at(-1)?.number ?? null),
    };
  });
}

/** A quiet session has many small chunks, a flood few large ones. */
const CHUNKS_AT_ONCE = 100;
const PART_BYTES = 65_536;

type Chunk = v.InferOutput<typeof chunkSchema>;

/** At least one, and no more once PART_BYTES are reached. */
function withinReach(chunks: readonly Chunk[]): readonly Chunk[] {
  let sizeBytes = 0;
  return chunks.filter(({ heads, bytes }) => {
    const isWithin = sizeBytes < PART_BYTES;
    sizeBytes += heads.length + bytes.length;
    return isWithin;
  });
}

const packedSchema = v.object({ heads: v.string(), bytes: v.instance(Uint8Array) });

const chunkSchema = v.object({ number: v.number(), ...packedSchema.entries });

const foundRowSchema = v.object({ ...summaryRowSchema.entries, request: v.pipe(v.string(), v.parseJson(), sessionRequestSchema) });

/** One transcript. */
export const TRANSCRIPT_BY_ID = `SELECT ${SUMMARY_COLUMNS}, request FROM ${LISTED_TRANSCRIPTS} AND transcripts.id = ?`;

/** The next chunks of a transcript. */
export const CHUNKS_AFTER = `
  SELECT number, heads, bytes FROM transcript_chunks WHERE transcript_id = ? AND number > ? ORDER BY number LIMIT ${CHUNKS_AT_ONCE}`;

const OPEN_LINE = 'SELECT open_heads AS heads, open_bytes AS bytes FROM transcripts WHERE id = ? AND open_heads IS NOT NULL';
