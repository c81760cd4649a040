import * as v from 'valibot';

import { importCountsSchema } from '../history/import-counts.ts';
import { lineProblemSchema } from '../history/line-problem.ts';
import { call, stream } from './entry.ts';
import { choosingSchema, dismissedSchema, fileUnreadableSchema, shareSchema, stoppedSchema } from './file-answers.ts';
import { notWrittenSchema, unreadableSchema } from './history-answers.ts';

/** A line of the file is no check of ours; nothing was changed. */
const badLineSchema = v.strictObject({ kind: v.literal('bad_line'), problem: lineProblemSchema });

/** Taking checks and targets in from files that the person names in the system's dialog. */
export const importEntries = {
  /** Reads a whole file of checks (JSON lines) and tells what it would bring. Changes nothing. */
  previewImport: stream(
    v.null(),
    v.variant('kind', [
      choosingSchema,
      shareSchema,
      v.strictObject({
        kind: v.literal('preview'),
        /** Stands for this file in `applyImport`, until the next preview. */
        token: v.string(),
        /** The file's name without its folder, as visible text. */
        name: v.string(),
        sizeBytes: v.number(),
        counts: importCountsSchema,
      }),
      dismissedSchema,
      badLineSchema,
      fileUnreadableSchema,
      unreadableSchema,
      stoppedSchema,
    ]),
  ),
  /** Takes the previewed file in, in one transaction. "changed_meanwhile": it is not the file of the preview any more, look again. */
  applyImport: stream(
    v.strictObject({
      token: v.pipe(v.string(), v.maxLength(100)),
      /** Where its checks were made, in place of "here"; null leaves it as it is. */
      vantage: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))), null),
    }),
    v.variant('kind', [
      shareSchema,
      v.strictObject({ kind: v.literal('imported'), counts: importCountsSchema }),
      v.strictObject({ kind: v.literal('changed_meanwhile') }),
      badLineSchema,
      fileUnreadableSchema,
      notWrittenSchema,
      stoppedSchema,
    ]),
  ),
  /** The text of a file of targets (CSV or a plain list), at most 1 MB, for the window to read targets from. */
  readTargetFile: call(
    v.null(),
    v.variant('kind', [
      v.strictObject({ kind: v.literal('read'), name: v.string(), text: v.string() }),
      v.strictObject({ kind: v.literal('too_large'), name: v.string(), sizeBytes: v.number() }),
      v.strictObject({ kind: v.literal('not_text'), name: v.string() }),
      dismissedSchema,
      fileUnreadableSchema,
    ]),
  ),
} as const;
