import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';

/** What a file of checks brings, as the window gets it. */
export const importCountsSchema = v.strictObject({
  /** Checks that were not there. */
  newCheckCount: v.number(),
  /** Checks that were there already, or twice in the file: left out. */
  knownCheckCount: v.number(),
  /** Hosts that were not there. */
  newHostCount: v.number(),
  hostCount: v.number(),
  /** Hosts whose name, tags or notes come along. */
  labelledHostCount: v.number(),
  /** Of the new checks. */
  outcomeCounts: v.array(v.strictObject({ outcome: outcomeSchema, count: v.number() })),
  /** Of the new checks, Unix milliseconds; null without any. */
  earliestMs: v.nullable(v.number()),
  latestMs: v.nullable(v.number()),
});

/** What a file of checks brings. */
export type CountsOfImport = v.InferOutput<typeof importCountsSchema>;
