import * as v from 'valibot';

import { retentionPolicySchema } from '../history/retention-policy.ts';
import { clockProblemSchema, retentionPreviewSchema } from '../history/retention-preview.ts';
import { call, stream } from './entry.ts';
import { notWrittenSchema, progressSchema, readingOf, unreadableSchema, writtenSchema } from './history-answers.ts';

const retentionSchema = v.strictObject({ policy: retentionPolicySchema, isClockConfirmed: v.boolean() });

const refusedSchema = v.strictObject({ kind: v.literal('refused'), problem: clockProblemSchema });

/** How much of the past is kept. */
export const retentionEntries = {
  /** Null: everything is kept. */
  readRetention: call(v.null(), readingOf(v.nullable(retentionPolicySchema))),
  /** Turns it on or, with null, off. Removes nothing by itself: `applyRetention` does, and every later start of the app. */
  writeRetention: call(v.strictObject({ policy: v.nullable(retentionPolicySchema) }), writtenSchema),
  /** What a policy would remove, before it does. */
  previewRetention: stream(
    retentionSchema,
    v.variant('kind', [
      progressSchema,
      v.strictObject({ kind: v.literal('preview'), preview: retentionPreviewSchema }),
      refusedSchema,
      unreadableSchema,
    ]),
  ),
  /** Removes what is outside the policy, in small steps. What is removed when it is stopped stays removed. */
  applyRetention: stream(
    retentionSchema,
    v.variant('kind', [
      progressSchema,
      v.strictObject({ kind: v.literal('applied'), removedCount: v.number() }),
      refusedSchema,
      unreadableSchema,
      notWrittenSchema,
    ]),
  ),
} as const;
