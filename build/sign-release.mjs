// Makes the feed in which Sonde looks for a new version. CONTRIBUTING.md says when.
//
//   node build/sign-release.mjs --new-key                   makes the pair of keys: the public one goes into the source, the private one is printed, once
//   node build/sign-release.mjs dist dist/newest.json       signs what lies in dist as the version of package.json
//   node build/sign-release.mjs --renew dist/newest.json    signs the same release again; only one that this very key has signed before
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytesToSign } from '../electron/updates/feed-format.ts';
import { readFeed } from '../electron/updates/read-feed.ts';
import { releaseSource } from '../electron/updates/release-source.ts';
import packageJson from '../package.json' with { type: 'json' };
import { rootFolder } from './runtime.mjs';

/** The secret that holds the private key, as base64 of its PKCS #8 form (RFC 8410). */
const SECRET = 'SONDE_RELEASE_KEY';

/** How long a feed is believed. Long enough for a quiet half-year, short enough that a stale copy cannot hide a version for good. */
const VALID_MS = 180 * 24 * 60 * 60 * 1_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'new-key': { type: 'boolean' }, renew: { type: 'boolean' } },
});
const [first, second] = positionals;

if (values['new-key']) makeKey();
else if (values.renew && first !== undefined) renewFeed(first);
else if (first !== undefined && second !== undefined) writeFeed(second, releaseOf(first, second));
else fail('Say which folder to sign and where the feed goes: node build/sign-release.mjs dist dist/newest.json');

/** The public key takes the place of the one in the source. */
function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const file = join(rootFolder, 'electron', 'updates', 'release-source.ts');
  const text = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  writeFileSync(file, readFileSync(file, 'utf8').replace(releaseSource.publicKey, text));
  console.log(`The public key is in electron/updates/release-source.ts: commit it.`);
  console.log(`The secret ${SECRET}, which is kept nowhere else:`);
  console.log(privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
}

/**
 * @param {string} folder  with what is released, and nothing else
 * @param {string} feedFile
 */
function releaseOf(folder, feedFile) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && join(folder, entry.name) !== feedFile);
  const artefacts = files.map(({ name }) => ({
    name,
    sizeBytes: statSync(join(folder, name)).size,
    sha512: createHash('sha512')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  }));
  return { product: 'Sonde', version: packageJson.version, releasedAt: new Date().toISOString(), page: 'releases', artefacts };
}

/**
 * What lies at the address of the feed may have been changed by whoever holds that site: nobody is to give it a signature for that.
 *
 * @param {string} feedFile
 */
function renewFeed(feedFile) {
  const bytes = readFileSync(feedFile);
  const reading = readFeed({ bytes, publicKey: releaseSource.publicKey });
  if (reading.kind === 'refused') return fail(`${feedFile} is not signed again, because Sonde would not believe it now (${reading.why}).`);
  writeFeed(feedFile, JSON.parse(Buffer.from(JSON.parse(bytes.toString()).release, 'base64').toString()));
}

/**
 * Writes the feed, unless Sonde itself would not believe it.
 *
 * @param {string} feedFile
 * @param {object} release
 */
function writeFeed(feedFile, release) {
  const secret = process.env[SECRET];
  if (!secret) return fail(`The secret ${SECRET} is not set.`);
  const nowMs = Date.now();
  const dated = { ...release, signedAt: new Date(nowMs).toISOString(), expiresAt: new Date(nowMs + VALID_MS).toISOString() };
  const bytes = Buffer.from(JSON.stringify(dated));
  const key = createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' });
  const signature = sign(null, bytesToSign(bytes), key).toString('base64');
  const feed = `${JSON.stringify({ format: 1, release: bytes.toString('base64'), signature })}\n`;
  const reading = readFeed({ bytes: Buffer.from(feed), publicKey: releaseSource.publicKey });
  if (reading.kind === 'refused')
    return fail(`Sonde would refuse this feed (${reading.why}). Does ${SECRET} belong to the key in release-source.ts?`);
  writeFileSync(feedFile, feed);
  console.log(`${feedFile}: Sonde ${reading.release.version}, ${reading.release.artefacts.length} files, until ${dated.expiresAt}`);
}

/** @param {string} why */
function fail(why) {
  console.error(why);
  process.exitCode = 1;
}
