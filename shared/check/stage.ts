import * as v from 'valibot';

/** The stages of a check, in the order they run. A stage that is not reached is recorded as skipped. */
export const stages = ['resolve', 'connect', 'handshake', 'greeting', 'request'] as const;

/** The name of one stage. */
export const stageSchema = v.picklist(stages);

/** The name of one stage. */
export type Stage = v.InferOutput<typeof stageSchema>;

/** How one stage went. "skipped" proves nothing: it was not reached, or not needed. */
export const stageRecordSchema = v.strictObject({
  stage: stageSchema,
  outcome: v.picklist(['passed', 'failed', 'skipped']),
  /** From the start of the check to the start of the stage, in milliseconds; 0 when skipped. */
  offsetMs: v.number(),
  /** In milliseconds; 0 when skipped. */
  durationMs: v.number(),
});

/** How one stage went. */
export type StageRecord = v.InferOutput<typeof stageRecordSchema>;
