import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { hostSchema, portSchema, transportSchema } from '../check/target.ts';
import { displayNameSchema, tagSchema } from './host-label.ts';

/** One cell of a strip: how a past check ended and how long it took. */
export const stripCellSchema = v.strictObject({ outcome: outcomeSchema, durationMs: v.number() });

/** One cell of a strip. */
export type StripCell = v.InferOutput<typeof stripCellSchema>;

/** The strip of a host holds this many recent checks. */
export const STRIP_LENGTH = 15;

/** An endpoint of a host with its newest check; null when it was never checked. */
export const endpointSummarySchema = v.strictObject({
  port: portSchema,
  transport: transportSchema,
  lastOutcome: v.nullable(outcomeSchema),
  lastCheckedAtMs: v.nullable(v.number()),
});

/** An endpoint of a host with its newest check. */
export type EndpointSummary = v.InferOutput<typeof endpointSummarySchema>;

/** A host shows this many endpoints in a list: a scan leaves 65,535, and a row shows four and "+n". */
export const ENDPOINTS_LISTED = 20;

/** A host as the list shows it. */
export const hostSummarySchema = v.strictObject({
  id: v.number(),
  host: hostSchema,
  /** What the person calls it, or null. */
  displayName: v.nullable(displayNameSchema),
  isFavourite: v.boolean(),
  /** In alphabetical order. */
  tags: v.array(tagSchema),
  /** Of its newest check; null when it was never checked. */
  lastOutcome: v.nullable(outcomeSchema),
  lastCheckedAtMs: v.nullable(v.number()),
  checkCount: v.number(),
  /** By port, TCP before UDP; of more than ENDPOINTS_LISTED those that succeeded come first into the choice. */
  endpoints: v.array(endpointSummarySchema),
  /** All of them, listed or not. */
  endpointCount: v.number(),
  /** The newest checks of all its endpoints, oldest first, at most STRIP_LENGTH. */
  recent: v.array(stripCellSchema),
});

/** A host as the list shows it. */
export type HostSummary = v.InferOutput<typeof hostSummarySchema>;

/** A check as a table row shows it. */
export const checkSummarySchema = v.strictObject({
  id: v.number(),
  port: portSchema,
  transport: transportSchema,
  outcome: outcomeSchema,
  startedAtMs: v.number(),
  durationMs: v.number(),
  vantage: v.string(),
  /** The address that decided, or null. */
  address: v.nullable(v.string()),
  /** Connect time of that address, or null. */
  replyMs: v.nullable(v.number()),
  systemCode: v.nullable(v.string()),
  /** The first line of what came back: greeting or HTTP status line, as visible text; null when nothing did. */
  cameBack: v.nullable(v.string()),
});

/** A check as a table row shows it. */
export type CheckSummary = v.InferOutput<typeof checkSummarySchema>;
