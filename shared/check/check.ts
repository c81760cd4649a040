import * as v from 'valibot';

import {
  addressAttemptSchema,
  greetingEvidenceSchema,
  httpEvidenceSchema,
  resolutionSchema,
  serviceEvidenceSchema,
  tlsEvidenceSchema,
} from './evidence.ts';
import { failureSchema } from './failure.ts';
import { outcomeSchema } from './outcome.ts';
import { stageRecordSchema } from './stage.ts';
import { targetSchema } from './target.ts';

/**
 * One finished check: the same document on the command line (`--json`), in the store and in the window.
 *
 * Parts that were not reached are null. Times: `startedAtMs` is Unix time, every other number is monotonic; 0 is a time that a pasted
 * result does not tell (`isTimeKnown`).
 */
export const checkSchema = v.strictObject({
  /** Version of this document's shape. */
  version: v.literal(1),
  /** Its number in the store, or null when it was not saved. */
  id: v.nullable(v.number()),
  target: targetSchema,
  /** Where it was seen from: "here", or the name of the place somebody else's result came from. */
  vantage: v.pipe(v.string(), v.maxLength(200)),
  /** The case it belongs to, or null. */
  caseId: v.nullable(v.number()),
  outcome: outcomeSchema,
  failure: v.nullable(failureSchema),
  startedAtMs: v.number(),
  durationMs: v.number(),
  resolution: v.nullable(resolutionSchema),
  /** In the resolver's order. */
  addresses: v.array(addressAttemptSchema),
  /** All five, in order. */
  stages: v.array(stageRecordSchema),
  service: v.nullable(serviceEvidenceSchema),
  greeting: v.nullable(greetingEvidenceSchema),
  tls: v.nullable(tlsEvidenceSchema),
  http: v.nullable(httpEvidenceSchema),
});

/** One finished check. */
export type Check = v.InferOutput<typeof checkSchema>;
