import * as v from 'valibot';

import { hostSchema, portSchema, transportSchema } from '../check/target.ts';
import { lineSchema } from '../history/host-label.ts';
import { caseEntrySchema } from './case.ts';
import { changeSchema } from './ledger.ts';

/** What a case is called. */
export const caseTitleSchema = lineSchema(200);

/** More happens in no case: whoever comes here goes on in a new one. */
export const ENTRIES_PER_CASE = 2_000;

/** A case as it stands in a list. Times are Unix milliseconds. */
export const caseSummarySchema = v.strictObject({
  id: v.number(),
  hostId: v.number(),
  host: hostSchema,
  port: portSchema,
  transport: transportSchema,
  title: v.string(),
  openedAtMs: v.number(),
  /** Null while it is open. */
  closedAtMs: v.nullable(v.number()),
  lastEntryAtMs: v.number(),
  entryCount: v.number(),
});

/** A case as it stands in a list. */
export type CaseSummary = v.InferOutput<typeof caseSummarySchema>;

/** A case with everything that happened in it, in order; `unreadableCount` entries were damaged and are left out. */
export const keptCaseSchema = v.strictObject({
  ...caseSummarySchema.entries,
  entries: v.array(caseEntrySchema),
  unreadableCount: v.number(),
});

/** A case with everything that happened in it. */
export type KeptCase = v.InferOutput<typeof keptCaseSchema>;

/** A change that was run, and where its undo belongs. Its own `id` counts within its case. */
export const keptChangeSchema = v.strictObject({
  caseId: v.number(),
  hostId: v.number(),
  host: hostSchema,
  port: portSchema,
  transport: transportSchema,
  change: changeSchema,
});

/** A change that was run, and where its undo belongs. */
export type KeptChange = v.InferOutput<typeof keptChangeSchema>;
