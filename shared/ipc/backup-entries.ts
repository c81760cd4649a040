import * as v from 'valibot';

import { backupNameSchema, backupSchema } from '../history/backup.ts';
import { storeProblemSchema } from '../history/store-problem.ts';
import { call, stream } from './entry.ts';
import { choosingSchema, dismissedSchema, shareSchema, stoppedSchema } from './file-answers.ts';
import { goneSchema, listingOf, notWrittenSchema, unreadableSchema } from './history-answers.ts';

/** The history itself was named as the other file; nothing was done. */
const isHistorySchema = v.strictObject({ kind: v.literal('is_history') });

/** Copies of the whole history, and putting one back. */
export const backupEntries = {
  /** The copies in the history's own folder of backups, the newest first. */
  listBackups: call(v.null(), listingOf(backupSchema)),
  /** Copies the history, verified, while it goes on being used: into its own folder of backups, or where the person says. */
  backUpHistory: stream(
    v.strictObject({ to: v.picklist(['own_folder', 'chosen_file']) }),
    v.variant('kind', [
      choosingSchema,
      shareSchema,
      v.strictObject({ kind: v.literal('backed_up'), path: v.string(), sizeBytes: v.number() }),
      dismissedSchema,
      isHistorySchema,
      unreadableSchema,
      /** The place for the copy is the trouble. */
      notWrittenSchema,
      stoppedSchema,
    ]),
  ),
  /**
   * Puts a backup in place of the history; what was there is kept in the folder of backups. Everything that was read before is old then:
   * `followHistory` tells of it as of any change. Stopping leaves the history as it was.
   */
  restoreHistory: stream(
    v.strictObject({
      from: v.variant('kind', [
        v.strictObject({ kind: v.literal('listed'), name: backupNameSchema }),
        v.strictObject({ kind: v.literal('chosen_file') }),
      ]),
    }),
    v.variant('kind', [
      choosingSchema,
      shareSchema,
      /** `keptName`: the backup that holds what was there before; null when that did not open, and its files are in quarantine. */
      v.strictObject({ kind: v.literal('restored'), keptName: v.nullable(backupNameSchema) }),
      dismissedSchema,
      isHistorySchema,
      /** The listed backup is not there any more. */
      goneSchema,
      /** The file is no backup that can be used. */
      v.strictObject({ kind: v.literal('unusable'), problem: storeProblemSchema }),
      notWrittenSchema,
      stoppedSchema,
    ]),
  ),
} as const;
