/** A regular schedule; all in milliseconds of one monotonic clock. */
export interface Schedule {
  readonly startedMs: number;
  readonly intervalMs: number;
}

/**
 * When the next check of a schedule starts: at a whole number of intervals after the beginning, and after now.
 *
 * So the schedule does not drift by what the checks take, and one that took longer than the interval leaves starts out instead of
 * being overtaken.
 */
export function nextSlot({ startedMs, intervalMs }: Schedule, nowMs: number): number {
  return startedMs + (Math.floor((nowMs - startedMs) / intervalMs) + 1) * intervalMs;
}
