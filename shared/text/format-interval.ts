import { formatDuration, formatLimit } from './format.ts';
import type { UnitWords } from './words.ts';

/** How often something is done, as a person set it: 100 ms, 5 s, 1 min. */
export function formatInterval(intervalMs: number, units: UnitWords): string {
  return intervalMs < 60_000 ? formatLimit(intervalMs, units) : formatDuration(intervalMs, units);
}
