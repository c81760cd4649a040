import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { stageSchema } from '../check/stage.ts';

/** Checks in a row that all worked, or all did not; from the first to the last of them, Unix milliseconds. */
const stretchSchema = v.strictObject({ isUp: v.boolean(), fromMs: v.number(), toMs: v.number(), checkCount: v.number() });

/** What the checks of an endpoint say over a part of time: `Statistics` (statistics.ts) as the window gets it. */
export const endpointStatisticsSchema = v.strictObject({
  /** All but the cancelled ones. */
  checkCount: v.number(),
  cancelledCount: v.number(),
  outcomeCounts: v.array(v.strictObject({ outcome: outcomeSchema, count: v.number() })),
  /** The newest check that succeeded; null when none did. */
  lastWorkedAtMs: v.nullable(v.number()),
  /** The first failure since then; null while it works. */
  firstFailedAtMs: v.nullable(v.number()),
  /** The one the newest check belongs to. */
  current: v.nullable(stretchSchema),
  longestUp: v.nullable(stretchSchema),
  longestDown: v.nullable(stretchSchema),
  /** Of the time that was watched (uptime.ts), 0 to 1; null when no two checks were near enough to each other. */
  uptimeShare: v.nullable(v.number()),
  watchedMs: v.number(),
  /** Of the checks, 0 to 1. */
  succeededShare: v.nullable(v.number()),
  /** The stages that went well at least once, in their order; quantiles to 1 %. */
  phases: v.array(
    v.strictObject({
      stage: stageSchema,
      count: v.number(),
      minMs: v.number(),
      p50Ms: v.number(),
      p95Ms: v.number(),
      maxMs: v.number(),
    }),
  ),
});

/** What the checks of an endpoint say over a part of time. */
export type EndpointStatistics = v.InferOutput<typeof endpointStatisticsSchema>;
