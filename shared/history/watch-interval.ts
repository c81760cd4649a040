import * as v from 'valibot';

/** Faster helps nobody to see more; in milliseconds. */
export const SHORTEST_WATCH_INTERVAL_MS = 100;

/** Longer than a day is a job for a scheduler. In milliseconds. */
export const LONGEST_WATCH_INTERVAL_MS = 86_400_000;

/** How often a person may ask for a check of the same endpoint; what the service bears decides (watch-manners.ts). */
export const watchIntervalSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(SHORTEST_WATCH_INTERVAL_MS),
  v.maxValue(LONGEST_WATCH_INTERVAL_MS),
);
