/** What is wrong with a line of a file of checks. */
export type LineProblemKind = 'too_long' | 'not_utf8' | 'not_json' | 'not_a_check' | 'too_many_lines';

/** Why a line is no check of ours. */
export interface LineProblem {
  readonly lineNumber: number;
  readonly why: LineProblemKind;
  /** Which part of the check, and what is wrong with it, as visible text; empty where there is nothing more to say. */
  readonly detail: string;
}
