import type { Check } from '../check/check.ts';
import { isTimeKnown } from '../check/known-time.ts';
import type { Stage } from '../check/stage.ts';

/** How long each stage that went well took, in milliseconds. */
export type PhaseTimes = Readonly<Partial<Record<Stage, number>>>;

/**
 * The times of a check that say something about the other side: after a time-out, the duration is only our own patience, and a pasted
 * result may not tell it.
 */
export function phaseTimes({ stages }: Pick<Check, 'stages'>): PhaseTimes {
  const told = stages.filter(({ outcome, durationMs }) => outcome === 'passed' && isTimeKnown(durationMs));
  return Object.fromEntries(told.map(({ stage, durationMs }) => [stage, durationMs]));
}
