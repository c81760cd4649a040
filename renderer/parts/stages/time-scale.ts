/** A scale from 0, shared by all rows: even steps of 1, 2 or 5, so that every line stands at a round number. */
export interface TimeScale {
  /** Where it ends, in milliseconds; a whole number of steps. */
  readonly endMs: number;
  readonly stepMs: number;
  readonly stepCount: number;
}

/** More steps than this crowd the labels. */
const MOST_STEPS = 8;

/** Nothing shorter than this can be told apart on a network. */
const SHORTEST_STEP_MS = 0.1;

/** The shortest scale that holds everything up to `lastMs`. */
export function timeScale(lastMs: number): TimeScale {
  let stepMs = SHORTEST_STEP_MS;
  for (let digit = 0; lastMs > stepMs * MOST_STEPS; digit += 1) stepMs *= digit % 3 === 1 ? 2.5 : 2; // 0.1, 0.2, 0.5, 1, 2, 5, 10, …
  const stepCount = Math.max(1, Math.ceil(lastMs / stepMs - Number.EPSILON));
  return { endMs: stepMs * stepCount, stepMs, stepCount };
}
