import * as v from 'valibot';

/** The person closed the system's dialog without choosing: nothing was done. */
export const dismissedSchema = v.strictObject({ kind: v.literal('dismissed') });

/** The system's dialog is open: the person is choosing a file. */
export const choosingSchema = v.strictObject({ kind: v.literal('choosing') });

/** How far a transfer has come, 0 to 1; null while that cannot be told. */
export const shareSchema = v.strictObject({ kind: v.literal('share'), share: v.nullable(v.number()) });

/** It was stopped before its end: nothing of it stays. */
export const stoppedSchema = v.strictObject({ kind: v.literal('stopped') });

/** Why a file that is not the history could not be read or written. */
const fileProblemSchema = v.strictObject({
  path: v.string(),
  /** The system's own words. */
  detail: v.string(),
});

/** The file could not be read; nothing was changed. */
export const fileUnreadableSchema = v.strictObject({ kind: v.literal('file_unreadable'), problem: fileProblemSchema });

/** The file could not be written; an old one is as it was. */
export const fileNotWrittenSchema = v.strictObject({ kind: v.literal('file_not_written'), problem: fileProblemSchema });
