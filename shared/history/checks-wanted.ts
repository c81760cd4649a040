import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { portSchema, transportSchema } from '../check/target.ts';
import { pageLimitSchema } from './page-limit.ts';

const idSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** An endpoint of a host. */
export const endpointSchema = v.strictObject({ port: portSchema, transport: transportSchema });

/** An endpoint of a host. */
export type Endpoint = v.InferOutput<typeof endpointSchema>;

/** Which checks of a host are wanted; null is any. */
export const checksFilterSchema = v.strictObject({
  /** "changes": the outcome differs from the one before of the same endpoint. "failures": neither succeeded nor cancelled. */
  kind: v.optional(v.picklist(['all', 'changes', 'failures']), 'all'),
  outcomes: v.optional(v.nullable(v.pipe(v.array(outcomeSchema), v.minLength(1))), null),
  port: v.optional(v.nullable(portSchema), null),
  /** The whole address that decided. */
  address: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(120))), null),
  /** Not before, Unix milliseconds. */
  fromMs: v.optional(v.nullable(v.number()), null),
  /** Before, Unix milliseconds. */
  toMs: v.optional(v.nullable(v.number()), null),
  /** Somewhere in what came back: the whole greeting, the HTTP status line and server. Case counts for letters beyond ASCII only. */
  text: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), null),
});

/** Which checks of a host are wanted. */
export type ChecksFilter = v.InferOutput<typeof checksFilterSchema>;

/** What checks can be put in order by; equal ones go by time, in the same direction. */
export const checksOrderSchema = v.picklist(['time', 'outcome', 'port', 'address', 'reply']);

/** What checks can be put in order by. */
export type ChecksOrder = v.InferOutput<typeof checksOrderSchema>;

/** A place between two rows of one list of checks: only what the store gave, for the same list, is a cursor. */
export const checksCursorSchema = v.pipe(v.array(v.union([v.string(), v.number()])), v.minLength(1), v.maxLength(4));

/** A place between two rows of one list of checks. */
export type ChecksCursor = v.InferOutput<typeof checksCursorSchema>;

/** Which checks are wanted, in which order, and which part of that list. */
export const checksWantedSchema = v.strictObject({
  /** Null: of all hosts; these can be put in order by time only. */
  hostId: v.nullable(idSchema),
  /** Null: of all endpoints. */
  endpoint: v.optional(v.nullable(endpointSchema), null),
  filter: v.optional(checksFilterSchema, {}),
  order: v.optional(checksOrderSchema, 'time'),
  isDescending: v.optional(v.boolean(), true),
  /** Where to go on; null begins. */
  after: v.optional(v.nullable(checksCursorSchema), null),
  /** So many rows are left out first: a jump to a place of the scroll bar. */
  skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000)), 0),
  limit: pageLimitSchema,
});

/** Which checks are wanted, every default filled in. */
export type ChecksWanted = v.InferOutput<typeof checksWantedSchema>;
