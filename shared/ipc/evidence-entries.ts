import * as v from 'valibot';

import { checkSchema } from '../check/check.ts';
import { findingSchema, measurementRequestSchema, measurementSchema } from '../guidance/measurement.ts';
import { serverFactSchema } from '../guidance/server-fact.ts';
import { placeNameSchema } from '../history/place-name.ts';
import { casePlaceSchema, entryWrittenSchema } from './case-place.ts';
import { call, stream } from './entry.ts';

/** More servers than this side by side nobody compares. */
const NAME_SERVERS = 4;

/** Several times what is read (read-output.ts): what is longer than that gets its own sentence. In characters. */
const PASTE_LIMIT = 1_000_000;

/** What is found out for a case: measured here, or pasted from elsewhere. */
export const evidenceEntries = {
  /**
   * Measures one thing, and keeps it in the case. Stopping ends it; `measured` still follows, and says so. `kept`: null without a place.
   */
  measure: stream(
    v.strictObject({
      request: measurementRequestSchema,
      /** DNS servers to ask beside the system's own, as addresses: they learn the name. */
      nameServers: v.pipe(v.array(v.pipe(v.string(), v.ip())), v.maxLength(NAME_SERVERS)),
      place: v.nullable(casePlaceSchema),
    }),
    v.variant('kind', [
      /** What is known so far, whole each time. */
      v.strictObject({ kind: v.literal('progress'), finding: findingSchema }),
      v.strictObject({ kind: v.literal('measured'), measurement: measurementSchema, kept: v.nullable(entryWrittenSchema) }),
    ]),
  ),
  /**
   * Reads what somebody pasted: tests from another place become checks seen from there, what a server's command printed becomes facts.
   * Without a place nothing fills in what the text does not say, and no case has it; checks are kept either way. What cannot be read
   * changes nothing.
   */
  readPasted: call(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(PASTE_LIMIT)),
      /** Who saw it. */
      vantage: placeNameSchema,
      place: v.nullable(casePlaceSchema),
    }),
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('read'),
        /** How it was printed: "nc", "ss". */
        forms: v.array(v.string()),
        /** With their numbers where they were kept. */
        checks: v.array(checkSchema),
        measurements: v.array(measurementSchema),
        facts: v.array(serverFactSchema),
        /** Sentences about what is in it and could not be used. */
        problems: v.array(v.string()),
        /** Null when it is kept and there is no case. */
        kept: v.nullable(entryWrittenSchema),
      }),
      /** One sentence about why not. */
      v.strictObject({ kind: v.literal('not_read'), problem: v.string() }),
    ]),
  ),
} as const;
