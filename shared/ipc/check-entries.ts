import * as v from 'valibot';

import { checkSchema } from '../check/check.ts';
import { checkCountsSchema, checkPageSchema } from '../history/check-row.ts';
import { checksWantedSchema, endpointSchema } from '../history/checks-wanted.ts';
import { endpointStatisticsSchema } from '../history/endpoint-statistics.ts';
import { endpointSpanSchema, endpointTimelineSchema } from '../history/endpoint-timeline.ts';
import { call } from './entry.ts';
import { idSchema, readingOf, unreadableSchema } from './history-answers.ts';

/** A timeline has no more cells than a wide screen has pixels to show them in. */
const CELLS_LIMIT = 2_000;

/** Looking through past checks. */
export const checkEntries = {
  /** A part of a list of checks, filtered and in order, and where to go on. */
  pageChecks: call(checksWantedSchema, v.variant('kind', [checkPageSchema, unreadableSchema])),
  /** How many checks a host or one endpoint of it has. */
  countChecks: call(v.strictObject({ hostId: idSchema, endpoint: v.nullable(endpointSchema) }), readingOf(checkCountsSchema)),
  /** One check whole, or null when it is not there any more. */
  readCheck: call(v.strictObject({ id: idSchema }), readingOf(v.nullable(checkSchema))),
  /** The number of the last check of the same endpoint that succeeded before this one; null when none did. */
  findLastSuccess: call(v.strictObject({ id: idSchema }), readingOf(v.nullable(idSchema))),

  /** The checks of an endpoint as cells of equal length; null when it has none in that span. */
  readTimeline: call(
    v.strictObject({ ...endpointSpanSchema.entries, cellCount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CELLS_LIMIT)) }),
    readingOf(v.nullable(endpointTimelineSchema)),
  ),
  /** What the checks of an endpoint say over a part of time. */
  readStatistics: call(endpointSpanSchema, readingOf(endpointStatisticsSchema)),
} as const;
