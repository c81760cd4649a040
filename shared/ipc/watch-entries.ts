import * as v from 'valibot';

import { checkSchema } from '../check/check.ts';
import { checkEventSchema } from '../check/event.ts';
import { checkOptionsSchema } from '../check/options.ts';
import { outcomeSchema } from '../check/outcome.ts';
import { targetSchema } from '../check/target.ts';
import { endpointStatisticsSchema } from '../history/endpoint-statistics.ts';
import { watchIntervalSchema } from '../history/watch-interval.ts';
import { stream } from './entry.ts';
import { savedSchema } from './saved.ts';

const watchEventSchema = v.variant('kind', [
  /** How fast it really goes, and why: said first, and again whenever it changes. */
  v.strictObject({
    kind: v.literal('rate'),
    wantedMs: v.number(),
    /** From the start of one check to the start of the next, in milliseconds; more than wanted where the service would take it amiss. */
    intervalMs: v.number(),
    /** So many checks at the most; null is no limit. */
    mostChecks: v.nullable(v.number()),
    /** What the service does to who asks too often; null when it is nothing. A key of the catalogue. */
    caution: v.nullable(v.picklist(['mysql_counts_connections'])),
  }),
  /** A check begins, the how many-th of this watch, from 1 on; what happens in it follows. */
  v.strictObject({ kind: v.literal('checking'), round: v.number() }),
  checkEventSchema,
  /** A check ended and was kept, or not. Over all of this watch: the statistics. */
  v.strictObject({ kind: v.literal('finished'), check: checkSchema, saved: savedSchema, statistics: endpointStatisticsSchema }),
  /** Its outcome is another than that of the check before. "unsupported": this system shows no notice, the window has to. */
  v.strictObject({
    kind: v.literal('changed'),
    from: outcomeSchema,
    to: outcomeSchema,
    notice: v.picklist(['shown', 'not_wanted', 'unsupported']),
  }),
  /** Nothing happens until then, Unix milliseconds. */
  v.strictObject({ kind: v.literal('waiting'), nextAtMs: v.number() }),
  /** The endpoint is watched already: nothing was sent. */
  v.strictObject({ kind: v.literal('already_watched') }),
  /** The computer slept, Unix milliseconds: a check under way was cancelled, which is not told. It goes on. */
  v.strictObject({ kind: v.literal('slept'), fromMs: v.number(), toMs: v.number() }),
  /** Over. "caution": the service would begin to punish it. */
  v.strictObject({
    kind: v.literal('over'),
    reason: v.picklist(['stopped', 'changed', 'caution']),
    /** From beginning to end, in milliseconds. */
    lengthMs: v.number(),
    statistics: endpointStatisticsSchema,
  }),
]);

/** Watching: the same endpoint checked again and again. */
export const watchEntries = {
  /**
   * Checks an endpoint again and again; every check is kept. Stopping cancels a check under way, which proves nothing and is not told;
   * `over` still follows.
   */
  watchEndpoint: stream(
    v.strictObject({
      target: targetSchema,
      options: checkOptionsSchema,
      intervalMs: watchIntervalSchema,
      /** "change": ends with the first check whose outcome is another. */
      until: v.picklist(['change', 'stopped']),
      /** Whether a change is told by a notice of the system, and whether that one makes a sound. */
      notice: v.picklist(['with_sound', 'silent', 'none']),
    }),
    watchEventSchema,
  ),
  /** A notice of the system was clicked; the window is in front already. */
  followNotices: stream(v.null(), v.strictObject({ kind: v.literal('opened'), target: targetSchema, checkId: v.nullable(v.number()) })),
} as const;
