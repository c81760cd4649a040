/** Why nothing may be removed now. */
export type ClockProblem =
  /** The newest check lies in the future of this clock: the clock was set back, or a wrong one made that check. */
  | 'clock_behind'
  /** The newest check is so old that the clock was probably set forward; a person can confirm that it is right. */
  | 'clock_ahead';

/** A computer that made no check for this long was put away, or its clock is wrong; in milliseconds. */
export const CLOCK_DOUBTED_AFTER_MS = 60 * 86_400_000;

/** What retention knows of time. Unix milliseconds. */
export interface RetentionClock {
  readonly nowMs: number;
  /** When the newest check was made; null when there is none. */
  readonly newestMs: number | null;
  /** A person has looked at the clock and said that it is right. */
  readonly isConfirmed: boolean;
}

/** What speaks against trusting the clock with removing anything, or null: what it removes never comes back. */
export function findClockProblem({ nowMs, newestMs, isConfirmed }: RetentionClock): ClockProblem | null {
  if (newestMs === null) return null;
  if (nowMs < newestMs) return 'clock_behind';
  return nowMs > newestMs + CLOCK_DOUBTED_AFTER_MS && !isConfirmed ? 'clock_ahead' : null;
}
