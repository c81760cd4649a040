import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fallbackFolder } from '../runtime.mjs';
import { archive } from './asar.mjs';
import { hasIntegrity } from './checksum.mjs';
import { SetupFailure } from './failure.mjs';
import { npm } from './npm.mjs';
import { run } from './run.mjs';

/**
 * An npm package that carries a whole Electron for Linux x64, for networks that let only the npm registry through
 * (https://github.com/electron/electron/issues/49036). For development and tests only; nothing of it is ever shipped.
 */
const carrier = {
  specifier: '@circadio/milton-linux-x64@0.1.5',
  integrity: 'sha512-7wwNzk/FGpznHFGnY/O5gZ/bnmLocilf2sn+w0U+2Fsyf0wEK0Vr94kk8kdwP2GGq60C/4C2BeKa/w7zhhpsYw==',
  executable: 'Milton',
  electronVersion: '41.3.0',
  /** What belongs to the app that the package is made for, not to Electron. */
  foreign: ['resources/app.asar', 'resources/app.asar.unpacked', 'resources/app-update.yml', 'resources/cli'],
};

/** Milliseconds: 153 MB at 2 Mbit/s take ten minutes. */
const downloadTimeoutMs = 20 * 60_000;

/**
 * Whether there is a fallback for this system at all.
 *
 * @param {{ readonly platform: string, readonly arch: string }} [system]
 */
export function hasFallback({ platform, arch } = process) {
  return platform === 'linux' && arch === 'x64';
}

/** Fetches the fallback runtime through npm, checks it and unpacks it; the folder appears only when it is whole. */
export async function installFallbackRuntime() {
  const parent = dirname(fallbackFolder);
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, 'unpacking-'));
  try {
    const tarball = await download(work);
    await refuseUnlessGenuine(tarball);
    const folder = join(work, 'electron');
    await unpack(tarball, folder);
    makePlainRuntime(folder);
    rmSync(fallbackFolder, { recursive: true, force: true });
    renameSync(folder, fallbackFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function download(folder) {
  const result = await npm(['pack', carrier.specifier, '--pack-destination', folder, '--loglevel=error'], { timeoutMs: downloadTimeoutMs });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (result.ok && tarball !== undefined) return join(folder, tarball);
  throw new SetupFailure({
    what: `The package with the fallback runtime (${carrier.specifier}) could not be fetched.`,
    why: result.reason,
    remedy:
      'Check that npm reaches its registry ("npm ping"), or set ELECTRON_MIRROR to a mirror of Electron\'s releases; then set up again.',
  });
}

/** @param {string} tarball */
export async function refuseUnlessGenuine(tarball) {
  if (await hasIntegrity(tarball, carrier.integrity)) return;
  throw new SetupFailure({
    what: `The package ${carrier.specifier} is not the one this project knows. It was not unpacked.`,
    why: 'Its sha512 checksum is different: the download was damaged, or the registry answered with something else.',
    remedy: 'Run "npm cache verify" and "npm run setup" again. If it stays so, tell the project and do not use what your registry sends.',
  });
}

/**
 * @param {string} tarball
 * @param {string} folder
 */
async function unpack(tarball, folder) {
  mkdirSync(folder);
  const result = await run(['tar', '-xzf', tarball, '-C', folder, '--strip-components=2', '--no-same-owner', 'package/app']);
  if (result.ok) return;
  throw new SetupFailure({
    what: 'The fallback runtime could not be unpacked.',
    why: result.reason,
    remedy: 'It needs 350 MB in this folder, and tar with gzip; then run "npm run setup" again.',
  });
}

/** @param {string} folder */
function makePlainRuntime(folder) {
  for (const path of carrier.foreign) rmSync(join(folder, path), { recursive: true, force: true });
  renameSync(join(folder, carrier.executable), join(folder, 'electron'));
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), carrier.electronVersion);
  writeFileSync(join(folder, 'resources', 'default_app.asar'), archive(defaultApp()));
}

function defaultApp() {
  const read = (/** @type {string} */ name) => readFileSync(join(import.meta.dirname, 'default-app', name), 'utf8');
  return { 'package.json': read('package.json'), 'main.js': read('main.js') };
}
