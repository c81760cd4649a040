import type { Check } from '../check/check.ts';
import type { Stage } from '../check/stage.ts';

/** How long each stage that went well took, in milliseconds. */
export type PhaseTimes = Readonly<Partial<Record<Stage, number>>>;

/** The times of a check that say something about the other side: after a time-out, the duration is only our own patience. */
export function phaseTimes({ stages }: Pick<Check, 'stages'>): PhaseTimes {
  return Object.fromEntries(stages.filter(({ outcome }) => outcome === 'passed').map(({ stage, durationMs }) => [stage, durationMs]));
}
