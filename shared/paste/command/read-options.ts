import type { TargetProblem } from '../target-problem.ts';
import type { OptionRule, OptionRules } from './option-rule.ts';
import { noSettings, type Settings } from './settings.ts';
import type { OptionSyntax } from './option-syntax.ts';

/** The words of a command, sorted, or the first thing wrong with them. */
export type OptionsReading =
  | { readonly kind: 'options'; readonly settings: Settings; readonly operands: readonly string[] }
  | { readonly kind: 'not_options'; readonly problem: TargetProblem };

/** How a program takes its words. */
export interface OptionGrammar {
  /** As its messages to people name it. */
  readonly program: string;
  readonly syntax: OptionSyntax;
  readonly rules: OptionRules;
  /** After so many operands the rest is another program's: ssh HOST COMMAND. */
  readonly operandLimit?: number;
}

/** Sorts the words after a program's name into options and operands, in any order, and reads the options. Linear; never throws. */
export function readOptions(words: readonly string[], grammar: OptionGrammar): OptionsReading {
  const { program, syntax, rules, operandLimit = Infinity } = grammar;
  const operands: string[] = [];
  let settings = noSettings;
  for (let index = 0; index < words.length && operands.length < operandLimit; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') return { kind: 'options', settings, operands: [...operands, ...words.slice(index + 1)] };
    const uses = syntax(word, rules);
    if (uses === null) operands.push(word);
    for (const { option, rule, attached } of uses ?? []) {
      const value = attached ?? (takesValue(rule) ? words[(index += 1)] : '');
      const next = applyRule({ program, option, rule, value, settings });
      if (next.kind !== 'settings') return { kind: 'not_options', problem: next };
      ({ settings } = next);
    }
  }
  return { kind: 'options', settings, operands };
}

interface Application {
  readonly program: string;
  readonly option: string;
  readonly rule: OptionRule | undefined;
  readonly value: string | undefined;
  readonly settings: Settings;
}

function applyRule({ program, option, rule, value, settings }: Application): { kind: 'settings'; settings: Settings } | TargetProblem {
  if (rule === undefined) return { kind: 'option_unknown', program, option };
  if (rule.kind === 'refuse') return { kind: rule.why, program, option };
  if (value === undefined) return { kind: 'option_value_missing', program, option };
  const applied = rule.apply(settings, value);
  if (applied === 'option_value_unreadable') return { kind: applied, program, option, text: value };
  return typeof applied === 'string' ? { kind: applied, program, option } : { kind: 'settings', settings: applied };
}

function takesValue(rule: OptionRule | undefined): boolean {
  return rule?.kind === 'apply' && rule.takesValue;
}
