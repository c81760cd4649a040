import * as v from 'valibot';

import { hostSchema } from '../check/target.ts';
import { checksCursorSchema } from './checks-wanted.ts';
import { checkSummarySchema } from './host.ts';

/** A check as a row of the table of checks. */
export const checkRowSchema = v.strictObject({
  ...checkSummarySchema.entries,
  hostId: v.number(),
  host: hostSchema,
  /** Its outcome differs from the one before of the same endpoint; cancelled checks are passed over. */
  isChange: v.boolean(),
});

/** A check as a row of the table of checks. */
export type CheckRow = v.InferOutput<typeof checkRowSchema>;

/** A part of a list of checks. */
export const checkPageSchema = v.strictObject({
  kind: v.literal('listed'),
  rows: v.pipe(v.array(checkRowSchema), v.readonly()),
  /** Rows that were damaged and are left out. */
  unreadableCount: v.number(),
  /** Where to go on; null at the end. There may be more although the page is not full: one call looks through a bounded number of checks. */
  next: v.nullable(checksCursorSchema),
});

/** A part of a list of checks. */
export type CheckPage = v.InferOutput<typeof checkPageSchema>;

/** How many checks a host or an endpoint has. */
export const checkCountsSchema = v.strictObject({ all: v.number(), changes: v.number(), failures: v.number() });

/** How many checks a host or an endpoint has. */
export type CheckCounts = v.InferOutput<typeof checkCountsSchema>;
