import { createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';

import { releaseSchema, type Release } from '../../shared/updates/release.ts';
import { bytesToSign, FEED_LIMIT_BYTES, feedSchema } from './feed-format.ts';

/** The release a feed tells of, or why it is not believed. */
export type FeedReading =
  | { readonly kind: 'read'; readonly release: Release }
  | { readonly kind: 'refused'; readonly why: 'too_large' | 'malformed' | 'wrong_signature' };

/** A feed, and who may sign it. */
export interface FeedToRead {
  readonly bytes: Uint8Array;
  /** Ed25519, as base64 of its SubjectPublicKeyInfo (RFC 8410). */
  readonly publicKey: string;
}

/** Reads a feed that is signed with this key. Nothing of the release is looked at before the signature was found good. Never throws for what is in the feed. */
export function readFeed({ bytes, publicKey }: FeedToRead): FeedReading {
  if (bytes.length > FEED_LIMIT_BYTES) return { kind: 'refused', why: 'too_large' };
  const feed = v.safeParse(feedInTextSchema, decode(bytes));
  if (!feed.success) return { kind: 'refused', why: 'malformed' };
  const release = Buffer.from(feed.output.release, 'base64');
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const isGood = verify(null, bytesToSign(release), key, Buffer.from(feed.output.signature, 'base64'));
  if (!isGood) return { kind: 'refused', why: 'wrong_signature' };
  const read = v.safeParse(releaseInTextSchema, decode(release));
  return read.success ? { kind: 'read', release: read.output } : { kind: 'refused', why: 'malformed' };
}

const feedInTextSchema = v.pipe(v.string(), v.parseJson(), feedSchema);

const releaseInTextSchema = v.pipe(v.string(), v.parseJson(), releaseSchema);

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
