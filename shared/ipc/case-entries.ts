import * as v from 'valibot';

import { checkSchema } from '../check/check.ts';
import { portSchema, transportSchema } from '../check/target.ts';
import { gatheredEvidenceSchema } from '../guidance/gathered-evidence.ts';
import { caseSummarySchema, caseTitleSchema, keptCaseSchema, keptChangeSchema } from '../guidance/kept-case.ts';
import { systemSchema } from '../guidance/server-fact.ts';
import { call, stream } from './entry.ts';
import { goneSchema, idSchema, listingOf, notWrittenSchema, readingOf, writtenSchema } from './history-answers.ts';
import { casePlaceSchema, entryWrittenSchema } from './case-place.ts';
import { newEntrySchema } from './new-entry.ts';

const hostWantedSchema = v.strictObject({ hostId: idSchema });
const caseWantedSchema = v.strictObject({ caseId: idSchema });

/** Cases: what was done about an endpoint, kept with its host; and the changes that still have to be undone. */
export const caseEntries = {
  /** All that guidance about a check stands on, or about the newest check of an endpoint; null when there is no such check. */
  gatherEvidence: call(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('check'), checkId: idSchema }),
      v.strictObject({ kind: v.literal('endpoint'), hostId: idSchema, port: portSchema, transport: transportSchema }),
      /** A check that could not be kept: answered also while the history cannot be read. */
      v.strictObject({ kind: v.literal('unsaved'), check: checkSchema }),
    ]),
    readingOf(v.nullable(gatheredEvidenceSchema)),
  ),
  /** The newest 200 cases of a host, open ones first. */
  listCases: call(hostWantedSchema, listingOf(caseSummarySchema)),
  /** A case whole, open or closed; null when it is not there any more. */
  readCase: call(caseWantedSchema, readingOf(v.nullable(keptCaseSchema))),
  /** Adds what a person did. "written" is said only after the disk has it. An answer about the server's system is remembered for the host. */
  addToCase: call(v.strictObject({ place: casePlaceSchema, entry: newEntrySchema }), entryWrittenSchema),
  renameCase: call(v.strictObject({ caseId: idSchema, title: caseTitleSchema }), writtenSchema),
  /** Closes a case. "changes_open": it was not closed, because these are to be undone and `isReminded` was false. */
  closeCase: call(
    v.strictObject({ caseId: idSchema, isReminded: v.boolean() }),
    v.variant('kind', [
      v.strictObject({ kind: v.literal('written') }),
      v.strictObject({ kind: v.literal('changes_open'), changes: v.array(keptChangeSchema) }),
      goneSchema,
      notWrittenSchema,
    ]),
  ),
  /** Takes closing back. "gone", too, when the endpoint has another open case by now. */
  reopenCase: call(caseWantedSchema, writtenSchema),

  /** What was run and neither undone nor over by itself, of all hosts, in the order it was run. */
  listOpenChanges: call(v.null(), listingOf(keptChangeSchema)),
  /** The ledger of one host: everything that was run, undone or not, oldest first. */
  listChanges: call(hostWantedSchema, listingOf(keptChangeSchema)),

  /** Which system the host's server runs, for all its cases; null forgets it. */
  rememberSystem: call(v.strictObject({ hostId: idSchema, system: v.nullable(systemSchema) }), writtenSchema),
  /** The person wants to see the open changes: answered so when the app was about to close. */
  followReminders: stream(v.null(), v.strictObject({ kind: v.literal('show_changes') })),
} as const;
