import type { Evidence } from '../evidence.ts';
import type { Reason } from '../reason.ts';

/** Looks for one thing in the evidence; null when it is not there. Pure, never throws. */
export type See = (evidence: Evidence) => Reason | null;

/** What seeing something says about a cause. */
export interface Sign {
  readonly see: See;
  /** One point doubles the odds of the cause, one less halves them. */
  readonly points: number;
}

/** The points of a sign that shows a cause by itself, as a line of the server's own output does. */
export const SHOWS = 9;

/** Written as "4 points for what is seen". */
export function sign(points: number, see: See): Sign {
  return { see, points };
}
