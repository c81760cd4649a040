import * as v from 'valibot';

/** Why the history cannot be opened or written; `shared/text` has a sentence for each. */
export const storeProblemSchema = v.strictObject({
  kind: v.picklist([
    'locked',
    'read_only',
    'no_permission',
    'disk_full',
    'newer_schema',
    'damaged',
    'not_a_store',
    'unsupported_runtime',
    'failed',
  ]),
  /** The file or folder it is about. */
  path: v.string(),
  /** The system's or SQLite's own words. */
  detail: v.string(),
});

/** Why the history cannot be opened or written. */
export type StoreProblem = v.InferOutput<typeof storeProblemSchema>;
