import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { stageSchema } from '../check/stage.ts';
import { endpointSchema } from './checks-wanted.ts';

/** An endpoint of a host, and the part of time to look at: Unix milliseconds, null for its first and its last check. `toMs` is not in it any more. */
export const endpointSpanSchema = v.strictObject({
  hostId: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ...endpointSchema.entries,
  fromMs: v.nullable(v.number()),
  toMs: v.nullable(v.number()),
});

/** An endpoint of a host, and the part of time to look at. */
export type EndpointSpan = v.InferOutput<typeof endpointSpanSchema>;

/** Durations in milliseconds, the median to 1 %. */
const spreadSchema = v.strictObject({ minMs: v.number(), medianMs: v.number(), maxMs: v.number() });

/** One cell of a timeline. Unix milliseconds; `toMs` is not in it any more. */
export const timelineCellSchema = v.strictObject({
  fromMs: v.number(),
  toMs: v.number(),
  checkCount: v.number(),
  /** The worst outcome in it; null without a check. */
  worst: v.nullable(outcomeSchema),
  /** Reply times; null when nothing replied. */
  reply: v.nullable(spreadSchema),
  /** The stages that went well at least once, in their order. */
  phases: v.array(v.strictObject({ stage: stageSchema, ...spreadSchema.entries })),
});

/** One cell of a timeline. */
export type TimelineCell = v.InferOutput<typeof timelineCellSchema>;

/** The checks of an endpoint as cells of equal length. */
export const endpointTimelineSchema = v.strictObject({
  /** The cells reach from here to there: a little further than asked for when they stand for digested checks (check-digest.ts). */
  fromMs: v.number(),
  toMs: v.number(),
  /** All of them, also empty ones. */
  cells: v.pipe(v.array(timelineCellSchema), v.readonly()),
  /** Of all checks of the endpoint, not only those of the span. */
  firstCheckAtMs: v.number(),
  lastCheckAtMs: v.number(),
});

/** The checks of an endpoint as cells of equal length. */
export type EndpointTimeline = v.InferOutput<typeof endpointTimelineSchema>;
