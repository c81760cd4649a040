import { createPublicKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FEED_LIMIT_BYTES } from '../../../electron/updates/feed-format.ts';
import { readFeed } from '../../../electron/updates/read-feed.ts';
import { releaseSource } from '../../../electron/updates/release-source.ts';
import { links } from '../../../shared/ipc/links.ts';
import { makeFeedKey, sampleRelease, signFeed } from '../../support/release-feed.ts';

const key = makeFeedKey();
const { publicKey } = key;
const feed = signFeed(sampleRelease(), key);

/** The feed with one of its parts replaced. */
function withPart(part: Record<string, unknown>): Buffer {
  return Buffer.from(JSON.stringify({ ...(JSON.parse(feed.toString()) as object), ...part }));
}

describe('reading a release feed', () => {
  it('reads one that is signed with the key', () => {
    expect(readFeed({ bytes: feed, publicKey })).toMatchObject({ kind: 'read', release: { version: '7.2.0', page: 'releases' } });
  });

  it('refuses one that another key signed', () => {
    expect(readFeed({ bytes: signFeed(sampleRelease(), makeFeedKey()), publicKey })).toEqual({ kind: 'refused', why: 'wrong_signature' });
  });

  it('refuses a release that was signed with the key, but not as one', () => {
    const release = Buffer.from(JSON.stringify(sampleRelease()));
    const bytes = withPart({ release: release.toString('base64'), signature: sign(null, release, key.privateKey).toString('base64') });
    expect(readFeed({ bytes, publicKey })).toEqual({ kind: 'refused', why: 'wrong_signature' });
  });

  it('refuses a feed in which anything was changed: every bit of it', () => {
    const read = readFeed({ bytes: feed, publicKey });
    fc.assert(
      fc.property(fc.nat(feed.length - 1), fc.nat(7), (place, bit) => {
        const changed = Buffer.from(feed);
        changed[place] = changed[place]! ^ (1 << bit);
        const reading = readFeed({ bytes: changed, publicKey });
        // Base64 has bits that mean nothing: then it is the same release.
        if (reading.kind === 'read') expect(reading).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          expect(readFeed({ bytes, publicKey })).toEqual({ kind: 'refused', why: 'malformed' });
        },
      ),
    );
  });

  it('refuses what is too large before it reads any of it', () => {
    const large = Buffer.concat([feed, Buffer.alloc(FEED_LIMIT_BYTES, ' ')]);
    expect(readFeed({ bytes: large, publicKey })).toEqual({ kind: 'refused', why: 'too_large' });
  });

  it.each([
    ['another product', { product: 'Another' }],
    ['a version that is none', { version: '0.2' }],
    ['a page that is an address', { page: 'https://elsewhere.example/' }],
    ['a file with a path', { artefacts: [{ name: '../sonde.deb', sizeBytes: 1, sha512: 'ab'.repeat(64) }] }],
    ['a file without a digest', { artefacts: [{ name: 'sonde.deb', sizeBytes: 1 }] }],
    ['no file', { artefacts: [] }],
    ['a date that is none', { expiresAt: 'tomorrow' }],
    ['no date', { signedAt: undefined }],
  ])('refuses %s, even when it is signed', (_what, different) => {
    expect(readFeed({ bytes: signFeed(sampleRelease(different), key), publicKey })).toEqual({ kind: 'refused', why: 'malformed' });
  });

  it.each([
    ['another format', { format: 2 }],
    ['more than belongs there', { more: true }],
    ['a signature that is no base64', { signature: '***' }],
  ])('refuses %s around it', (_what, part) => {
    expect(readFeed({ bytes: withPart(part), publicKey })).toEqual({ kind: 'refused', why: 'malformed' });
  });

  it('refuses a signature that is too short', () => {
    expect(readFeed({ bytes: withPart({ signature: 'AAAA' }), publicKey })).toEqual({ kind: 'refused', why: 'wrong_signature' });
  });

  it('the key that is built in is an Ed25519 key, and the address is https on the site of the release page', () => {
    const built = createPublicKey({ key: Buffer.from(releaseSource.publicKey, 'base64'), format: 'der', type: 'spki' });
    expect(built.asymmetricKeyType).toBe('ed25519');
    expect(new URL(releaseSource.address).protocol).toBe('https:');
    expect(new URL(releaseSource.address).origin).toBe(new URL(links.releases).origin);
  });
});
