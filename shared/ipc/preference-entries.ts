import * as v from 'valibot';

import { call, stream } from './entry.ts';
import { preferencesSchema } from './preferences.ts';

/** What a person likes, and where what is kept lies. */
export const preferenceEntries = {
  /** What the person likes now, and again whenever that changes: here, in the menu, or with a wheel. */
  followPreferences: stream(v.null(), preferencesSchema),
  /** Changes what is named and leaves the rest; it takes effect at once and holds at the next start. */
  writePreferences: call(v.partial(preferencesSchema), v.null()),
  /** The folder with the history and its backups. */
  readFolder: call(v.null(), v.strictObject({ path: v.string() })),
} as const;
