import * as v from 'valibot';

/** Why a copy of the history was made: a person asked for it, a day was over, or something was about to replace or change it. */
export const backupReasonSchema = v.picklist(['asked_for', 'daily', 'before_restore', 'before_update']);

/** Why a copy of the history was made. */
export type BackupReason = v.InferOutput<typeof backupReasonSchema>;

/** The name of a file in the folder of backups: never a path. */
export const backupNameSchema = v.pipe(v.string(), v.regex(/^history-[a-zA-Z0-9-]{1,100}\.sqlite$/u));

/** A copy of the history in its folder of backups. */
export const backupSchema = v.strictObject({
  name: backupNameSchema,
  reason: backupReasonSchema,
  /** Unix milliseconds. */
  madeAtMs: v.number(),
  sizeBytes: v.number(),
});

/** A copy of the history in its folder of backups. */
export type Backup = v.InferOutput<typeof backupSchema>;
