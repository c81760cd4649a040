import * as v from 'valibot';

import { storeProblemSchema } from '../history/store-problem.ts';
import type { Schema } from './entry.ts';

/** The number of a row in the history. */
export const idSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The disk or the file did not give it. */
export const unreadableSchema = v.strictObject({ kind: v.literal('unreadable'), problem: storeProblemSchema });

/** One thing read from the history. */
export function readingOf<Value extends Schema>(value: Value) {
  return v.variant('kind', [v.strictObject({ kind: v.literal('read'), value }), unreadableSchema]);
}

/** A list read from the history; `unreadableCount` rows were damaged and are left out. */
export function listingOf<Row extends Schema>(row: Row) {
  return v.variant('kind', [
    v.strictObject({ kind: v.literal('listed'), rows: v.pipe(v.array(row), v.readonly()), unreadableCount: v.number() }),
    unreadableSchema,
  ]);
}

/** The disk or the file did not take it; nothing was changed. */
export const notWrittenSchema = v.strictObject({ kind: v.literal('not_written'), problem: storeProblemSchema });

/** What it is about is not in the history any more; nothing was changed. */
export const goneSchema = v.strictObject({ kind: v.literal('gone') });

/** What a change of the history brought. "written" is said only after the disk has it. */
export const writtenSchema = v.variant('kind', [v.strictObject({ kind: v.literal('written') }), goneSchema, notWrittenSchema]);

/** How far a long change has come. */
export const progressSchema = v.strictObject({ kind: v.literal('progress'), doneCount: v.number(), totalCount: v.number() });
