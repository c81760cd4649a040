import * as v from 'valibot';

/** What is wrong with a line of a file of checks. */
const lineProblemKindSchema = v.picklist(['too_long', 'not_utf8', 'not_json', 'not_a_check', 'too_many_lines']);

/** What is wrong with a line of a file of checks. */
export type LineProblemKind = v.InferOutput<typeof lineProblemKindSchema>;

/** Why a line is no check of ours. */
export const lineProblemSchema = v.strictObject({
  lineNumber: v.number(),
  why: lineProblemKindSchema,
  /** Which part of the check, and what is wrong with it, as visible text; empty where there is nothing more to say. */
  detail: v.string(),
});

/** Why a line is no check of ours. */
export type LineProblem = v.InferOutput<typeof lineProblemSchema>;
