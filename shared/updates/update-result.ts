import * as v from 'valibot';

import { linkIds } from '../ipc/links.ts';

/** Why the answer of a release feed is not believed; `shared/text` has a sentence for each. */
export const feedRefusals = [
  'not_https',
  'redirected',
  'too_large',
  'malformed',
  'wrong_signature',
  'older',
  'expired',
  'replayed',
  'from_future',
] as const;

/** Why the answer of a release feed is not believed. */
export type FeedRefusal = (typeof feedRefusals)[number];

/** What one look at the release feed brought. */
export const updateResultSchema = v.variant('kind', [
  /** This is the newest version. */
  v.strictObject({ kind: v.literal('current') }),
  v.strictObject({ kind: v.literal('newer'), version: v.string(), page: v.picklist(linkIds), releasedAtMs: v.number() }),
  v.strictObject({ kind: v.literal('refused'), why: v.picklist(feedRefusals) }),
  /** `code` is Chromium's own ("ERR_NAME_NOT_RESOLVED") or the status ("HTTP 404"). */
  v.strictObject({ kind: v.literal('unreachable'), code: v.string() }),
]);

/** What one look at the release feed brought. */
export type UpdateResult = v.InferOutput<typeof updateResultSchema>;

/** A look that came to its end, and when. */
export const updateLookSchema = v.strictObject({ lookedAtMs: v.number(), result: updateResultSchema });

/** A look that came to its end, and when. */
export type UpdateLook = v.InferOutput<typeof updateLookSchema>;
