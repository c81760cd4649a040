import * as v from 'valibot';

/** So many kept sessions are listed at once. */
const TRANSCRIPTS_AT_ONCE = 200;

/** Where a list of kept sessions goes on: after the one that started then and has this number. */
export const transcriptCursorSchema = v.strictObject({ startedAtMs: v.number(), id: v.number() });

/** Where a list of kept sessions goes on. */
export type TranscriptCursor = v.InferOutput<typeof transcriptCursorSchema>;

/** Which kept sessions are wanted, newest first. */
export const transcriptsWantedSchema = v.strictObject({
  /** Null: of all hosts. */
  hostId: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /** Every word of it was said in the session, or is in the name of its host. */
  text: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  after: v.optional(v.nullable(transcriptCursorSchema), null),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(TRANSCRIPTS_AT_ONCE)),
});

/** Which kept sessions are wanted. */
export type TranscriptsWanted = v.InferOutput<typeof transcriptsWantedSchema>;
