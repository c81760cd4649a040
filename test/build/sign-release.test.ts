import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

import { pinnedNode, rootFolder } from '../../build/runtime.mjs';
import { readFeed } from '../../electron/updates/read-feed.ts';
import { makeFeedKey, sampleRelease, signFeed } from '../support/release-feed.ts';
import { temporaryFolder } from '../electron/store/open-for-test.ts';

const run = promisify(execFile);

/** A checkout of its own: making a key changes the source. */
function copyCheckout(): string {
  const checkout = temporaryFolder();
  mkdirSync(join(checkout, 'build'));
  for (const file of ['package.json', 'build/sign-release.mjs', 'build/runtime.mjs', 'electron/kept-file.ts'])
    cpSync(join(rootFolder, file), join(checkout, file));
  for (const folder of ['shared', 'electron/updates']) cpSync(join(rootFolder, folder), join(checkout, folder), { recursive: true });
  symlinkSync(join(rootFolder, 'node_modules'), join(checkout, 'node_modules'));
  return checkout;
}

describe('signing a release', () => {
  const privateHalf = (printed: string): string => printed.trim().split('\n').at(-1)!;

  async function sign(checkout: string, args: readonly string[], secret?: string): Promise<string> {
    const environment = { ...process.env, SONDE_RELEASE_KEY: secret ?? '' };
    const { stdout } = await run(pinnedNode, [join(checkout, 'build', 'sign-release.mjs'), ...args], { cwd: checkout, env: environment });
    return stdout;
  }

  it('makes a key, signs what lies in a folder so that Sonde believes it, and signs it again later', async () => {
    const checkout = copyCheckout();
    const secret = privateHalf(await sign(checkout, ['--new-key']));
    const source = readFileSync(join(checkout, 'electron', 'updates', 'release-source.ts'), 'utf8');
    expect(source).not.toContain(secret);
    const publicKey = /publicKey: '(.*)'/u.exec(source)![1]!;

    const released = join(checkout, 'dist');
    mkdirSync(released);
    writeFileSync(join(released, 'sonde.deb'), 'an installer');
    const feedFile = join(released, 'newest.json');
    await sign(checkout, [released, feedFile], secret);
    const read = readFeed({ bytes: readFileSync(feedFile), publicKey });
    expect(read).toMatchObject({
      kind: 'read',
      release: {
        version: (JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8')) as { version: string }).version,
        artefacts: [{ name: 'sonde.deb', sizeBytes: 12, sha512: createHash('sha512').update('an installer').digest('hex') }],
      },
    });

    await sign(checkout, ['--renew', feedFile], secret);
    const renewed = readFeed({ bytes: readFileSync(feedFile), publicKey });
    if (read.kind !== 'read' || renewed.kind !== 'read') throw new Error('The feed was refused.');
    expect(renewed.release.artefacts).toEqual(read.release.artefacts);
    expect(renewed.release.releasedAt).toBe(read.release.releasedAt);
    expect(renewed.release.signedAt).toBeGreaterThan(read.release.signedAt);
  });

  it('does not sign again what somebody else has changed or signed', async () => {
    const checkout = copyCheckout();
    const secret = privateHalf(await sign(checkout, ['--new-key']));
    const feedFile = join(checkout, 'newest.json');
    const strange = signFeed(sampleRelease({ version: '99.0.0' }), makeFeedKey());
    writeFileSync(feedFile, strange);
    await expect(sign(checkout, ['--renew', feedFile], secret)).rejects.toThrow('would not believe it now (wrong_signature)');
    expect(readFileSync(feedFile)).toEqual(strange);
  });

  it.each([
    ['without the secret', undefined, 'SONDE_RELEASE_KEY is not set'],
    [
      'with a key that is not the one built in',
      makeFeedKey().privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      'wrong_signature',
    ],
  ])('writes nothing %s', async (_how, secret, said) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sonde.deb'), 'an installer');
    const feedFile = join(folder, 'newest.json');
    await expect(sign(rootFolder, [folder, feedFile], secret)).rejects.toThrow(said);
    expect(existsSync(feedFile)).toBe(false);
  });
});
