import * as v from 'valibot';

import { bytesSchema, sessionEventSchema } from './session-event.ts';
import type { DataLine, NoteLine } from './transcript-line.ts';

const placeEntries = { number: v.number(), atMs: v.number() };

const dataLineSchema = v.strictObject({
  kind: v.picklist(['received', 'sent']),
  ...placeEntries,
  bytes: bytesSchema,
  sizeBytes: v.number(),
  offsetBytes: v.number(),
  withheld: v.nullable(v.picklist(['secret', 'sent'])),
  isRedacted: v.boolean(),
}) satisfies v.GenericSchema<unknown, DataLine>;

const noteEventSchema = v.pipe(
  sessionEventSchema,
  v.check(({ kind }) => kind !== 'received' && kind !== 'sent', 'Data has lines of its own.'),
  v.transform((event) => {
    if (event.kind === 'received' || event.kind === 'sent') throw new Error('Data has lines of its own.');
    return event;
  }),
);

const noteLineSchema = v.strictObject({ kind: v.literal('note'), ...placeEntries, event: noteEventSchema }) satisfies v.GenericSchema<
  unknown,
  NoteLine
>;

/** A line of a transcript, as it passes a boundary. */
export const transcriptLineSchema = v.variant('kind', [dataLineSchema, noteLineSchema]);
