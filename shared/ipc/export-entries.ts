import * as v from 'valibot';

import { checksFilterSchema, endpointSchema } from '../history/checks-wanted.ts';
import { nothingLeftOut, redactionSchema } from '../report/redaction.ts';
import { stream } from './entry.ts';
import { choosingSchema, dismissedSchema, fileNotWrittenSchema, stoppedSchema } from './file-answers.ts';
import { goneSchema, idSchema, unreadableSchema } from './history-answers.ts';

/** Which checks: of a host or of all, of one endpoint or of all, in a part of time, or as a search finds them. */
const chosenChecksSchema = v.strictObject({
  /** Null: of all hosts. */
  hostId: v.nullable(idSchema),
  /** Null: of all endpoints. */
  endpoint: v.optional(v.nullable(endpointSchema), null),
  filter: v.optional(checksFilterSchema, {}),
});

/** What a report tells of: an endpoint as it was seen by one check, or all endpoints that the chosen checks are of. */
const reportSubjectSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('check'), id: idSchema }),
  v.strictObject({ kind: v.literal('checks'), checks: chosenChecksSchema }),
]);

const reportWishEntries = {
  about: reportSubjectSchema,
  /** What the person asks, as its title; null asks what the checks answer. */
  question: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))), null),
  redaction: v.optional(redactionSchema, nothingLeftOut),
};

/** So many checks are written, or read for a report, so far; null where their number is not known before. */
const countedSchema = v.strictObject({ kind: v.literal('counted'), doneCount: v.number(), totalCount: v.nullable(v.number()) });

/** Taking checks out of the history. The person names the place in the system's dialog: the window never does. */
export const exportEntries = {
  /** Writes checks to a file: for a spreadsheet (CSV, safe from formulas) or to import again (JSON lines, lossless). */
  exportChecks: stream(
    v.strictObject({
      format: v.picklist(['csv', 'json_lines']),
      checks: chosenChecksSchema,
      redaction: v.optional(redactionSchema, nothingLeftOut),
    }),
    v.variant('kind', [
      choosingSchema,
      countedSchema,
      /** Damaged checks are left out and counted. */
      v.strictObject({
        kind: v.literal('written'),
        path: v.string(),
        sizeBytes: v.number(),
        checkCount: v.number(),
        damagedCount: v.number(),
      }),
      dismissedSchema,
      goneSchema,
      fileNotWrittenSchema,
      unreadableSchema,
      stoppedSchema,
    ]),
  ),
  /** Writes a report that a ticket can take: one file that needs nothing else. */
  writeReport: stream(
    v.strictObject({ format: v.picklist(['markdown', 'html', 'pdf']), ...reportWishEntries }),
    v.variant('kind', [
      choosingSchema,
      countedSchema,
      /** The pages of a PDF are being laid out. */
      v.strictObject({ kind: v.literal('printing') }),
      /** The process that lays them out failed, or did not come to an end. */
      v.strictObject({ kind: v.literal('not_printed'), why: v.picklist(['failed', 'too_slow']) }),
      v.strictObject({ kind: v.literal('written'), path: v.string(), sizeBytes: v.number() }),
      dismissedSchema,
      goneSchema,
      fileNotWrittenSchema,
      unreadableSchema,
      stoppedSchema,
    ]),
  ),
  /** Gives a report as Markdown, to be looked at before it is written. */
  previewReport: stream(
    v.strictObject(reportWishEntries),
    v.variant('kind', [
      countedSchema,
      /** The beginning of a long one: `isWhole` says which. */
      v.strictObject({ kind: v.literal('previewed'), text: v.string(), isWhole: v.boolean(), sizeBytes: v.number() }),
      goneSchema,
      unreadableSchema,
      stoppedSchema,
    ]),
  ),
  /** Puts a report as Markdown on the clipboard. */
  copyReport: stream(
    v.strictObject(reportWishEntries),
    v.variant('kind', [
      countedSchema,
      v.strictObject({ kind: v.literal('copied'), sizeBytes: v.number() }),
      goneSchema,
      unreadableSchema,
      stoppedSchema,
    ]),
  ),
} as const;
