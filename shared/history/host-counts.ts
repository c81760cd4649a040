import * as v from 'valibot';

import { hostsWantedSchema } from './hosts-wanted.ts';

const momentSchema = v.pipe(v.number(), v.finite());

/** Which hosts are to be counted, and where today and yesterday begin for the one who asks (Unix milliseconds). */
export const hostCountsWantedSchema = v.strictObject({
  ...v.pick(hostsWantedSchema, ['text', 'outcomes', 'tag']).entries,
  todayFromMs: momentSchema,
  yesterdayFromMs: momentSchema,
});

/** Which hosts are to be counted; what is left out has a default. */
export type HostCountsWanted = v.InferInput<typeof hostCountsWantedSchema>;

/** How many hosts match, by when they were checked last; favourites are counted apart, as they stand first in every list. */
export const hostCountsSchema = v.strictObject({
  favourites: v.number(),
  today: v.number(),
  yesterday: v.number(),
  earlier: v.number(),
  neverChecked: v.number(),
  /** All hosts there are, matching or not. */
  inAll: v.number(),
});

/** How many hosts match. */
export type HostCounts = v.InferOutput<typeof hostCountsSchema>;
