import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

import { bytesToSign } from '../../electron/updates/feed-format.ts';

/** A pair of keys for the feeds of one test. */
export interface FeedKey {
  readonly privateKey: KeyObject;
  /** As `releaseSource.publicKey`. */
  readonly publicKey: string;
}

/** Makes a pair. */
export function makeFeedKey(): FeedKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What a feed says: version 7.2.0, released yesterday, signed an hour ago, good for a month; what is named differs. */
export function sampleRelease(different: Readonly<Record<string, unknown>> = {}, nowMs = Date.now()): Record<string, unknown> {
  return {
    product: 'Sonde',
    version: '7.2.0',
    releasedAt: new Date(nowMs - DAY_MS).toISOString(),
    signedAt: new Date(nowMs - DAY_MS / 24).toISOString(),
    expiresAt: new Date(nowMs + 30 * DAY_MS).toISOString(),
    page: 'releases',
    artefacts: [{ name: 'sonde_7.2.0_amd64.deb', sizeBytes: 90_000_000, sha512: 'ab'.repeat(64) }],
    ...different,
  };
}

/** The feed as it travels. */
export function signFeed(release: unknown, { privateKey }: Pick<FeedKey, 'privateKey'>): Buffer {
  const bytes = Buffer.from(JSON.stringify(release));
  const signature = sign(null, bytesToSign(bytes), privateKey).toString('base64');
  return Buffer.from(JSON.stringify({ format: 1, release: bytes.toString('base64'), signature }));
}
