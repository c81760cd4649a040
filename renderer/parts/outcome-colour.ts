import type { OutcomeFamily } from '../../shared/text/outcome-words.ts';

/** The colour of an outcome, as a CSS value. What Sonde cannot explain is drawn in ink: it has no hue of its own. */
export function outcomeColour(family: OutcomeFamily): string {
  return family === 'failed' ? 'var(--ink-1)' : `var(--outcome-${family})`;
}
