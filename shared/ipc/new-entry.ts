import * as v from 'valibot';

import { answerNameSchema, inquiryNameSchema, typedSchema } from '../guidance/case.ts';
import { changeSchema } from '../guidance/ledger.ts';
import { measurementRequestSchema } from '../guidance/measurement.ts';
import { noteTextSchema } from '../history/host-label.ts';
import { idSchema } from './history-answers.ts';

/**
 * Something a person did in a case, before it is dated and numbered. What is measured and what is pasted is not among it: that comes
 * from where it is read.
 */
export const newEntrySchema = v.variant('kind', [
  /** A kept check of the same host is part of the case. */
  v.strictObject({ kind: v.literal('checked'), checkId: idSchema }),
  /** A measurement is passed over: the path goes on without. */
  v.strictObject({ kind: v.literal('declined'), request: measurementRequestSchema }),
  v.strictObject({ kind: v.literal('answered'), inquiry: inquiryNameSchema, answer: answerNameSchema }),
  /** One question back. */
  v.strictObject({ kind: v.literal('taken_back'), inquiry: inquiryNameSchema }),
  v.strictObject({ kind: v.literal('typed'), ...typedSchema }),
  v.strictObject({ kind: v.literal('ran'), change: v.omit(changeSchema, ['id', 'ranAtMs', 'undoneAtMs', 'confirmedBy']) }),
  v.strictObject({ kind: v.literal('undone'), changeId: idSchema }),
  /** A check made after the undo was looked at. */
  v.strictObject({ kind: v.literal('undo_confirmed'), changeId: idSchema, checkId: idSchema }),
  v.strictObject({ kind: v.literal('noted'), text: noteTextSchema }),
]);

/** Something a person did in a case. */
export type NewEntry = v.InferOutput<typeof newEntrySchema>;
