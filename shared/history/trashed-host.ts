import * as v from 'valibot';

import { hostSchema } from '../check/target.ts';
import { displayNameSchema } from './host-label.ts';

/** A deleted host can be taken back this long, in milliseconds: a week, so that what was deleted on a Friday can be missed on a Monday. */
export const TRASH_KEPT_MS = 7 * 86_400_000;

/** A host that was deleted and can still be taken back. */
export const trashedHostSchema = v.strictObject({
  id: v.number(),
  host: hostSchema,
  displayName: v.nullable(displayNameSchema),
  checkCount: v.number(),
  trashedAtMs: v.number(),
});

/** A host that was deleted and can still be taken back. */
export type TrashedHost = v.InferOutput<typeof trashedHostSchema>;
