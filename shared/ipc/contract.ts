import * as v from 'valibot';

import { checkSchema } from '../check/check.ts';
import { checkEventSchema } from '../check/event.ts';
import { checkOptionsSchema } from '../check/options.ts';
import { targetSchema } from '../check/target.ts';
import { storeProblemSchema } from '../history/store-problem.ts';
import { backupEntries } from './backup-entries.ts';
import { caseEntries } from './case-entries.ts';
import { checkEntries } from './check-entries.ts';
import { checkManyEntries } from './check-many-entries.ts';
import { consoleEntries } from './console-entries.ts';
import { deskEntries } from './desk-entries.ts';
import { diagnosticEntries } from './diagnostic-entries.ts';
import { dialogueEntries } from './dialogue-entries.ts';
import { call, stream, type Entry } from './entry.ts';
import { evidenceEntries } from './evidence-entries.ts';
import { exportEntries } from './export-entries.ts';
import { idSchema, unreadableSchema } from './history-answers.ts';
import { hostEntries } from './host-entries.ts';
import { importEntries } from './import-entries.ts';
import { linkEntries } from './link-entries.ts';
import { preferenceEntries } from './preference-entries.ts';
import { repairEntries } from './repair-entries.ts';
import { retentionEntries } from './retention-entries.ts';
import { savedSchema } from './saved.ts';
import { transcriptEntries } from './transcript-entries.ts';
import { vantageSchema } from './vantage.ts';
import { commandIds } from './window-commands.ts';
import { updateEntries } from './update-entries.ts';
import { watchEntries } from './watch-entries.ts';

/** Whether checks are kept: how many there are, why no more can be saved, or null, and what was found damaged, or null. */
const historyStatusSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('read'),
    value: v.strictObject({ checkCount: v.number(), unwritable: v.nullable(storeProblemSchema), damage: v.nullable(storeProblemSchema) }),
  }),
  unreadableSchema,
]);

const runEventSchema = v.variant('kind', [
  checkEventSchema,
  v.strictObject({ kind: v.literal('finished'), check: checkSchema, saved: savedSchema }),
]);

/**
 * Everything the window can ask of the main process, and all that can come back: the single source of truth.
 *
 * To add something: one entry here, one handler in `electron/ipc`, and its use through `renderer/bridge.ts`. The compiler asks for the rest.
 */
export const contract = {
  /** The history's state now. */
  readHistoryStatus: call(v.null(), historyStatusSchema),
  /** Where this computer looks from. */
  readVantage: call(v.null(), vantageSchema),
  ...hostEntries,
  ...checkEntries,
  ...checkManyEntries,
  ...retentionEntries,
  ...exportEntries,
  ...importEntries,
  ...backupEntries,
  ...repairEntries,
  ...watchEntries,
  ...preferenceEntries,
  ...deskEntries,
  ...linkEntries,
  ...updateEntries,
  ...diagnosticEntries,
  ...caseEntries,
  ...evidenceEntries,
  ...consoleEntries,
  ...transcriptEntries,
  ...dialogueEntries,
  /** Opens the application's menu at this place of the window, in CSS pixels. */
  showMenu: call(v.strictObject({ x: v.number(), y: v.number() }), v.null()),

  /** Tells which commands do something now: the menu offers no others. */
  tellOffered: call(v.strictObject({ commands: v.array(v.picklist(commandIds)) }), v.null()),

  /** Runs a check, for a case where one is named: it then has the check, too. Stopping cancels it; what it learned until then still arrives as `finished`. */
  runCheck: stream(
    v.strictObject({ target: targetSchema, options: checkOptionsSchema, caseId: v.optional(v.nullable(idSchema)) }),
    runEventSchema,
  ),
  /** Tells that another process, the command line, changed the history. */
  followHistory: stream(v.null(), v.strictObject({ kind: v.literal('changed') })),
  /** Commands chosen in the application's menu. */
  followMenu: stream(v.null(), v.picklist(commandIds)),
} as const satisfies Record<string, Entry>;
