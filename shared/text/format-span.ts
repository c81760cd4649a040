import { formatDuration } from './format.ts';
import type { UnitWords } from './words.ts';

const DAY_MS = 86_400_000;

/** From here on days say more than hours. */
const DAYS_FROM_MS = 3 * DAY_MS;

/** A length of time between two events, as roughly as it is told: 40 s, 2 h, 19 days. In milliseconds; never negative. */
export function formatSpan(spanMs: number, units: UnitWords): string {
  if (spanMs >= DAYS_FROM_MS) return units.days(Math.floor(spanMs / DAY_MS));
  // The largest unit alone: "2 h", where a duration says "2 h 3 min".
  const [stepMs] = steps.filter((step) => spanMs >= step);
  return formatDuration(stepMs === undefined ? spanMs : Math.floor(spanMs / stepMs) * stepMs, units);
}

/** In milliseconds: hours, minutes. */
const steps = [3_600_000, 60_000] as const;
