import * as v from 'valibot';

import { updateLookSchema } from '../updates/update-result.ts';
import { call, stream } from './entry.ts';

/** Looking for a new version. Nothing is sent but for `lookForUpdate`, and once a day for whoever turned that on. */
export const updateEntries = {
  /** The version that runs, where a new one would be looked for, and the last look; null before the first. */
  readUpdates: call(v.null(), v.strictObject({ installed: v.string(), site: v.string(), lastLook: v.nullable(updateLookSchema) })),
  /** Looks now, with one request. Stopped, it ends without an event. */
  lookForUpdate: stream(v.null(), updateLookSchema),
  /** Tells every look that came to its end, and whether a person asked for it. */
  followUpdates: stream(v.null(), v.strictObject({ look: updateLookSchema, isAsked: v.boolean() })),
} as const;
