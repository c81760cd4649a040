import * as v from 'valibot';

import { goneSchema, idSchema, notWrittenSchema } from './history-answers.ts';

/** Where something is added: to a case, or to the open case of a check's endpoint, which is opened with that check when there is none. */
export const casePlaceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('case'), caseId: idSchema }),
  v.strictObject({ kind: v.literal('check'), checkId: idSchema }),
]);

/** Where something is added. */
export type CasePlace = v.InferOutput<typeof casePlaceSchema>;

/**
 * What adding to a case brought; "written" is said only after the disk has it.
 *
 * - `gone`: the case, the check or the change it speaks of is not there; or the change is undone already.
 * - `closed`: a closed case takes notes and what is undone, nothing else.
 * - `full`: the case has ENTRIES_PER_CASE entries.
 * - `unknown`: there is no such question or answer.
 */
export const entryWrittenSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('written'), caseId: v.number() }),
  v.strictObject({ kind: v.literal('closed') }),
  v.strictObject({ kind: v.literal('full') }),
  v.strictObject({ kind: v.literal('unknown') }),
  goneSchema,
  notWrittenSchema,
]);

/** What adding to a case brought. */
export type EntryWritten = v.InferOutput<typeof entryWrittenSchema>;
