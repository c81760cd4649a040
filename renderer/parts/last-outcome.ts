import type { Outcome } from '../../shared/check/outcome.ts';
import { familyOf, type OutcomeFamily } from '../../shared/text/outcome-words.ts';
import type { Words } from '../../shared/text/words.ts';

/** How what was checked last ended, for a glyph and its name; null is "never checked". */
export function lastOutcome(outcome: Outcome | null, words: Words): { readonly family: OutcomeFamily; readonly word: string } {
  return outcome === null ? { family: 'none', word: words.notRun } : { family: familyOf(outcome), word: words.outcomes[outcome].word };
}
