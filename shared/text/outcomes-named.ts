import { outcomes, type Outcome } from '../check/outcome.ts';
import type { Words } from './words.ts';

/** The outcomes whose word holds what was typed, in any case; none for nothing. */
export function outcomesNamed(typed: string, words: Words): readonly Outcome[] {
  const text = typed.trim().toLowerCase();
  return text === '' ? [] : outcomes.filter((outcome) => words.outcomes[outcome].word.toLowerCase().includes(text));
}
