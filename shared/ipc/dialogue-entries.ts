import * as v from 'valibot';

import { dialogueSchema } from '../console/dialogue.ts';
import { serviceIdSchema, typedLineSchema } from './console-answers.ts';
import { call } from './entry.ts';
import { goneSchema, idSchema, listingOf, notWrittenSchema, readingOf, writtenSchema } from './history-answers.ts';

const nameTakenSchema = v.strictObject({ kind: v.literal('name_taken'), dialogueId: idSchema });

/** What the console remembers of a service: expect-and-send lists, lines to offer again, and whether sent text is kept. */
export const dialogueEntries = {
  /** The lists of a service by name; null are those of no service. */
  listDialogues: call(
    v.strictObject({ service: serviceIdSchema }),
    listingOf(v.strictObject({ id: idSchema, service: serviceIdSchema, ...dialogueSchema.entries })),
  ),
  /** Saves a list. `name_taken`: save it again with `replaces` or another name. `has_credential`: the step sends one, which is never kept. */
  saveDialogue: call(
    v.strictObject({ service: serviceIdSchema, dialogue: dialogueSchema, replaces: v.boolean() }),
    v.variant('kind', [
      v.strictObject({ kind: v.literal('written'), id: idSchema }),
      nameTakenSchema,
      v.strictObject({ kind: v.literal('has_credential'), stepIndex: v.number() }),
      notWrittenSchema,
    ]),
  ),
  renameDialogue: call(
    v.strictObject({ dialogueId: idSchema, name: dialogueSchema.entries.name }),
    v.variant('kind', [v.strictObject({ kind: v.literal('written') }), nameTakenSchema, goneSchema, notWrittenSchema]),
  ),
  removeDialogue: call(v.strictObject({ dialogueId: idSchema }), writtenSchema),

  /** Lines that were sent to a service and may be offered again, newest first, each once. */
  listTypedLines: call(v.strictObject({ service: serviceIdSchema }), listingOf(typedLineSchema)),
  /** Forgets the lines of a service. */
  forgetTypedLines: call(v.strictObject({ service: serviceIdSchema }), writtenSchema),

  /** What the person chose for a service. */
  readConsoleHabits: call(v.strictObject({ service: serviceIdSchema }), readingOf(v.strictObject({ isSentKept: v.boolean() }))),
  writeConsoleHabits: call(v.strictObject({ service: serviceIdSchema, isSentKept: v.boolean() }), writtenSchema),
} as const;
