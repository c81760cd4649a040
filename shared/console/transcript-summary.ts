import * as v from 'valibot';

import { targetSchema } from '../check/target.ts';
import { sessionEndSchema } from './session-end.ts';

/** Who made the connection: "dialled" is we, "accepted" is the peer, at a port we listened at. */
export const transcriptSideSchema = v.picklist(['dialled', 'accepted']);

/** Who made the connection. */
export type TranscriptSide = v.InferOutput<typeof transcriptSideSchema>;

/** What is known of a kept session without reading it. Times are Unix milliseconds. */
export const transcriptSummarySchema = v.strictObject({
  id: v.number(),
  hostId: v.number(),
  /** What the host is called now. */
  host: v.string(),
  /** What was dialled then, or who called. */
  target: targetSchema,
  side: transcriptSideSchema,
  startedAtMs: v.number(),
  /** When the last of it was written down. */
  lastAtMs: v.number(),
  /** How its last connection ended; null while it is open, and for ever when Sonde itself was ended in the middle of it. */
  end: v.nullable(sessionEndSchema),
  connectionCount: v.number(),
  /** What was said, kept or not. */
  receivedBytes: v.number(),
  sentBytes: v.number(),
  lineCount: v.number(),
  /** What of it is kept. */
  keptBytes: v.number(),
  /** What was left out because there was too much of it (TRANSCRIPT_LIMIT_BYTES), or because it came too fast to be written down. */
  droppedBytes: v.number(),
  isSentKept: v.boolean(),
});

/** What is known of a kept session without reading it. */
export type TranscriptSummary = v.InferOutput<typeof transcriptSummarySchema>;

/**
 * A transcript keeps this much: its first TRANSCRIPT_HEAD_BYTES and the newest of the rest. What lies between is dropped and counted.
 *
 * Large enough for days of dialogue, small enough that a hundred floods still fit a laptop.
 */
export const TRANSCRIPT_LIMIT_BYTES = 8 * 1_024 * 1_024;

/** How a session began, its greeting and login, is what is looked for later, whatever came after. */
export const TRANSCRIPT_HEAD_BYTES = 1_024 * 1_024;
