import * as v from 'valibot';

import { linkIds } from '../ipc/links.ts';

/** A moment in UTC to the millisecond, as `Date.toISOString` writes it; read as Unix milliseconds. */
const momentSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => Date.parse(text)),
  v.number(),
);

/**
 * What a release feed says of the newest version, once its signature has been checked.
 *
 * It names a page by its id and files by their digest: it cannot lead anybody to a place that is not built in. A key this version does not
 * know is left out, so that a later feed may say more.
 */
export const releaseSchema = v.object({
  product: v.literal('Sonde'),
  version: v.pipe(v.string(), v.regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/u)),
  releasedAt: momentSchema,
  /** Later than the release where the feed was signed again. */
  signedAt: momentSchema,
  /** After this nobody is to believe it: an old feed cannot hide a new version for ever. */
  expiresAt: momentSchema,
  page: v.picklist(linkIds),
  artefacts: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.regex(/^\w[\w.+-]{0,99}$/u)),
        sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
        sha512: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/u)),
      }),
    ),
    v.minLength(1),
    v.maxLength(50),
  ),
});

/** What a release feed says of the newest version; its moments are Unix milliseconds. */
export type Release = v.InferOutput<typeof releaseSchema>;
