import type { TargetReading } from './target-reading.ts';

/**
 * A way of writing a target that is not a program's command line.
 *
 * To add one: a file in `forms/` that exports a TextForm, one line in `forms.ts`, its rows in the test.
 */
export interface TextForm {
  readonly name: string;
  /** Reads a cleaned text; null when it is not of this form. */
  readonly read: (text: string) => TargetReading | null;
}
