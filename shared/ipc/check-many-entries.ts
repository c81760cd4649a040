import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { targetSchema } from '../check/target.ts';
import { stream } from './entry.ts';
import { savedSchema } from './saved.ts';

/** More checks than this at once nobody waits for; `listTargets` gives no more. */
export const CHECKS_IN_ONE_GO = 5_000;

/** Checking many endpoints in one go. */
export const checkManyEntries = {
  /**
   * Checks endpoints side by side, politely: so many at once, so many a second and host. Every check is kept. Stopping cancels those under
   * way, which proves nothing: they are neither told nor kept.
   */
  checkMany: stream(
    v.strictObject({
      targets: v.pipe(v.array(targetSchema), v.minLength(1), v.maxLength(CHECKS_IN_ONE_GO)),
      /** The person agreed to many connections to one host. */
      isAgreed: v.boolean(),
    }),
    v.variant('kind', [
      /** So many connections to one host are made only after a yes. Nothing was sent: ask, and call again with `isAgreed`. */
      v.strictObject({ kind: v.literal('asked'), host: v.string(), connectionCount: v.number() }),
      v.strictObject({
        kind: v.literal('finished'),
        target: targetSchema,
        outcome: outcomeSchema,
        /** Of the whole check. */
        durationMs: v.number(),
        saved: savedSchema,
      }),
    ]),
  ),
} as const;
