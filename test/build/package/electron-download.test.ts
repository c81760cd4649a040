import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

import { configuration } from '../../../build/package/configuration.ts';
import manifest from '../../../package.json' with { type: 'json' };

type Download = (options: unknown) => Promise<string>;

/** What electron-builder fetches Electron with; it is not among its exports. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { downloadElectronArtifactZip } = builder('app-builder-lib/out/util/electronGet.js') as {
  readonly downloadElectronArtifactZip: Download;
};

const version = manifest.devDependencies.electron;
const fileName = `electron-v${version}-linux-x64.zip`;
const planted = Buffer.from('another program');

/** A host that serves another program, with the sum of that one beside it. */
async function startMirror(): Promise<string> {
  const sums = `${createHash('sha256').update(planted).digest('hex')} *${fileName}\n`;
  const server = createServer((request, response) => response.end(request.url?.endsWith(fileName) === true ? planted : sums));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const place = server.address();
  return `http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}/`;
}

async function download(mirror: string, electronDownload: object): Promise<string> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'sonde-electron-'));
  onTestFinished(() => rmSync(cacheDir, { recursive: true }));
  const mirrorOptions = { mirror };
  const asked = { version, platformName: 'linux', arch: 'x64', artifactName: 'electron', cacheDir };
  return downloadElectronArtifactZip({ ...asked, electronDownload: { ...electronDownload, mirrorOptions } });
}

it('an installer gets the Electron that the lockfile pins, or none', async () => {
  const mirror = await startMirror();
  await expect(download(mirror, configuration.electronDownload)).rejects.toThrow(/checksum/iu);
  // What would happen without the sums: the mirror is believed.
  expect(readFileSync(await download(mirror, {}))).toEqual(planted);
});
