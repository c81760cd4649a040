import * as v from 'valibot';

import { checkSchema } from '../check/check.ts';
import { measurementSchema } from './measurement.ts';
import { serverFactSchema, systemSchema } from './server-fact.ts';

/** More earlier checks than this say nothing new about what to do next. */
const EARLIER_CHECKS_READ = 500;

/**
 * Everything guidance reasons from: what was seen, measured, pasted and answered, and nothing guessed.
 *
 * Whoever gathers it only adds to the lists; what it means is for the signs and inquiries to say.
 */
export const evidenceSchema = v.strictObject({
  /** The check guidance is about. */
  check: checkSchema,
  /**
   * Other checks of the same host, in any order, at most EARLIER_CHECKS_READ: earlier ones of this endpoint (its history), other
   * ports, and results from other places (another `vantage`, as pasted from a customer).
   */
  checks: v.pipe(v.array(checkSchema), v.maxLength(EARLIER_CHECKS_READ)),
  measurements: v.array(measurementSchema),
  facts: v.array(serverFactSchema),
  /** The system of this computer. */
  here: systemSchema,
  /** When a change was last run on the server or undone (Unix milliseconds), or null: what was learnt there before it no longer holds. */
  changedAtMs: v.nullable(v.number()),
  /** What a person typed into a command's open slots, by slot name; validated again before it stands in a command. */
  typed: v.record(v.string(), v.pipe(v.string(), v.maxLength(300))),
});

/** Everything guidance reasons from. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;
