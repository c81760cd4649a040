import * as v from 'valibot';

import { checkCountsSchema } from '../history/check-row.ts';
import { endpointStatisticsSchema } from '../history/endpoint-statistics.ts';
import { evidenceSchema } from './evidence.ts';
import { keptCaseSchema } from './kept-case.ts';

/** Everything the history knows that guidance about one check stands on. */
export const gatheredEvidenceSchema = v.strictObject({
  evidence: evidenceSchema,
  /** By inquiry. */
  answers: v.record(v.string(), v.strictObject({ answer: v.string(), atMs: v.number() })),
  /** The open case of the endpoint; else the one the check was made in; null when there is neither. */
  case: v.nullable(keptCaseSchema),
  /** Null while the host is not in the history. */
  hostId: v.nullable(v.number()),
  /** The check that succeeded last before this one, from the same place: it is among `evidence.checks`. Null when none did. */
  lastSuccessId: v.nullable(v.number()),
  /** All checks of the endpoint; null while it is not in the history. */
  counts: v.nullable(checkCountsSchema),
  /** The day before the check. */
  lastDay: v.nullable(endpointStatisticsSchema),
});

/** Everything the history knows that guidance about one check stands on. */
export type GatheredEvidence = v.InferOutput<typeof gatheredEvidenceSchema>;
