import * as v from 'valibot';

import { retentionPolicySchema } from './retention-policy.ts';

/** What a person chooses once and the history keeps: it goes with the history, and window and command line both know it. */
export const settingSchemas = {
  /** Not there: everything is kept. */
  retention: retentionPolicySchema,
  /** When the whole history was read and found in order last, in Unix milliseconds; not there: never. */
  verifiedAtMs: v.number(),
  /** The services (by id, '' for none) whose sessions are kept with what was sent; not there: of none. */
  sentKept: v.pipe(v.array(v.string()), v.readonly()),
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof settingSchemas;

/** The settings by their names. */
export type Settings = { readonly [Name in SettingName]: v.InferOutput<(typeof settingSchemas)[Name]> };
