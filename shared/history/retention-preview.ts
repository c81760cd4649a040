import * as v from 'valibot';

/** What keeping to a policy would remove, and what it would leave. */
export const retentionPreviewSchema = v.strictObject({
  keptCount: v.number(),
  removedCount: v.number(),
  /** How many of them did not succeed. */
  removedFailureCount: v.number(),
  /** When the oldest and the newest of them were made, Unix milliseconds; null when nothing goes. */
  removedFromMs: v.nullable(v.number()),
  removedToMs: v.nullable(v.number()),
  /** How many kept console sessions are older than failures are kept, and go with them. */
  removedTranscriptCount: v.number(),
  /** How many hosts lose checks. */
  hostCount: v.number(),
  /** By the first limit each check is outside of. */
  reasons: v.strictObject({ too_old: v.number(), over_host_limit: v.number(), over_limit: v.number() }),
});

/** What keeping to a policy would remove, and what it would leave. */
export type RetentionPreview = v.InferOutput<typeof retentionPreviewSchema>;

/** Nothing may be removed while the clock looks wrong (retention-clock.ts). */
export const clockProblemSchema = v.picklist(['clock_behind', 'clock_ahead']);
