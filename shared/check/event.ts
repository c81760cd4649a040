import * as v from 'valibot';

import { addressAttemptSchema, familySchema, greetingEvidenceSchema, resolutionSchema, tlsEvidenceSchema } from './evidence.ts';
import { stageRecordSchema, stageSchema } from './stage.ts';

/** What a running check tells while it runs; offsets count from its start, in milliseconds. */
export const checkEventSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('stage_started'), stage: stageSchema, offsetMs: v.number(), limitMs: v.number() }),
  v.strictObject({ kind: v.literal('stage_finished'), record: stageRecordSchema }),
  v.strictObject({ kind: v.literal('resolved'), resolution: resolutionSchema }),
  v.strictObject({ kind: v.literal('address_started'), address: v.string(), family: familySchema, offsetMs: v.number() }),
  v.strictObject({ kind: v.literal('address_finished'), attempt: addressAttemptSchema }),
  v.strictObject({ kind: v.literal('tls_agreed'), tls: tlsEvidenceSchema }),
  v.strictObject({ kind: v.literal('greeted'), greeting: greetingEvidenceSchema }),
]);

/** What a running check tells while it runs. */
export type CheckEvent = v.InferOutput<typeof checkEventSchema>;
