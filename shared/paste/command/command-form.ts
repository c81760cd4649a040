import type { TargetReading } from '../target-reading.ts';
import type { OptionRules } from './option-rule.ts';
import type { OptionSyntax } from './option-syntax.ts';
import type { Settings } from './settings.ts';

/**
 * A program whose command lines can be read.
 *
 * To add one: a file in `forms/` that exports a CommandForm, one line in `forms.ts`, its rows in the test.
 */
export interface CommandForm {
  /** Its names, matched in any case; the first is the name of the form. Two words where the second chooses ("openssl s_client"). */
  readonly programs: readonly [string, ...string[]];
  readonly syntax: OptionSyntax;
  readonly rules: OptionRules;
  readonly operandLimit?: number;
  /** Reads what is left once the options are known. */
  readonly read: (words: { readonly form: string; readonly settings: Settings; readonly operands: readonly string[] }) => TargetReading;
}
