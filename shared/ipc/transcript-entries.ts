import * as v from 'valibot';

import { sessionRequestSchema } from '../console/session-request.ts';
import { textEncodingSchema } from '../console/text-encoding.ts';
import { transcriptLineSchema } from '../console/transcript-line-schema.ts';
import { transcriptSummarySchema } from '../console/transcript-summary.ts';
import { transcriptCursorSchema, transcriptsWantedSchema } from '../console/transcripts-wanted.ts';
import { call } from './entry.ts';
import { dismissedSchema, fileNotWrittenSchema } from './file-answers.ts';
import { goneSchema, idSchema, readingOf, unreadableSchema, writtenSchema } from './history-answers.ts';

/** Removed or taken back with one call. */
const TRANSCRIPTS_AT_ONCE = 500;

const idsSchema = v.strictObject({ transcriptIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(TRANSCRIPTS_AT_ONCE)) });

/** Kept sessions. */
export const transcriptEntries = {
  /** A part of the list of kept sessions, newest first. Go on with `after: next` until it is null; a page may be short or empty before. */
  listTranscripts: call(
    transcriptsWantedSchema,
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('listed'),
        rows: v.pipe(v.array(transcriptSummarySchema), v.readonly()),
        unreadableCount: v.number(),
        next: v.nullable(transcriptCursorSchema),
      }),
      unreadableSchema,
    ]),
  ),
  /** One kept session without its lines, and the settings it was held with; null when it is not there any more. */
  findTranscript: call(
    v.strictObject({ transcriptId: idSchema }),
    readingOf(v.nullable(v.strictObject({ summary: transcriptSummarySchema, request: sessionRequestSchema }))),
  ),
  /**
   * Some of its lines, about 64 KiB of them, in order; go on with `after: next` until it is null. Where line numbers jump, lines were
   * dropped. `damagedCount` parts could not be read.
   */
  readTranscript: call(
    v.strictObject({ transcriptId: idSchema, after: v.optional(v.nullable(v.number()), null) }),
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('listed'),
        rows: v.pipe(v.array(transcriptLineSchema), v.readonly()),
        unreadableCount: v.number(),
        next: v.nullable(v.number()),
      }),
      unreadableSchema,
    ]),
  ),
  /** Removes kept sessions; `restoreTranscripts` takes it back for a week. */
  removeTranscripts: call(idsSchema, writtenSchema),
  restoreTranscripts: call(idsSchema, writtenSchema),
  /** Writes a kept session to a file the person chooses: as text, as JSON lines, or the exact bytes of one direction. */
  exportTranscript: call(
    v.strictObject({
      transcriptId: idSchema,
      form: v.picklist(['text', 'json_lines', 'received_bytes', 'sent_bytes']),
      encoding: v.optional(textEncodingSchema, 'utf-8'),
    }),
    v.variant('kind', [
      v.strictObject({ kind: v.literal('written'), path: v.string(), sizeBytes: v.number() }),
      dismissedSchema,
      fileNotWrittenSchema,
      goneSchema,
      unreadableSchema,
    ]),
  ),
} as const;
