import * as v from 'valibot';

/** A feed is a kilobyte or two; what is larger is none. */
export const FEED_LIMIT_BYTES = 64 * 1_024;

/**
 * A feed as it travels: JSON with the release as base64 and an Ed25519 signature (RFC 8032) over exactly these bytes, so that nothing has to be
 * written twice in the same way to be checked.
 */
export const feedSchema = v.strictObject({
  format: v.literal(1),
  release: v.pipe(v.string(), v.base64()),
  signature: v.pipe(v.string(), v.base64()),
});

/** What is signed: the release, after words that no other thing signed with the same key begins with. */
export function bytesToSign(release: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('Sonde release feed 1\n'), release]);
}
