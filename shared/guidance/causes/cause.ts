import type { Sign } from '../signs/sign.ts';
import type { StepId } from '../steps.ts';

/** One thing that may be wrong, what speaks for and against it, and what helps. Its words are in shared/text/guidance. */
export interface Cause {
  readonly signs: readonly Sign[];
  /** Confirms it first, then mends it. */
  readonly steps: readonly StepId[];
}

/** Written as "cause([steps], signs...)". */
export function cause(steps: readonly StepId[], ...signs: readonly Sign[]): Cause {
  return { steps, signs };
}
