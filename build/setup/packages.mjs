import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pinnedNode, rootFolder } from '../runtime.mjs';
import { SetupFailure } from './failure.mjs';
import { npm } from './npm.mjs';
import { run } from './run.mjs';

/** Milliseconds: about 300 packages, 200 MB; beyond this the network is the problem. */
const installTimeoutMs = 20 * 60_000;

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} LockedPackages  by path, as in a lockfile
 */

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export async function installPackages() {
  const different = packagesToInstall();
  if (different === undefined) {
    console.log('Packages: as in package-lock.json.');
    return;
  }
  console.log(`Packages: npm ci (${different}) ...`);
  stepAside();
  const result = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { timeoutMs: installTimeoutMs });
  if (!result.ok) {
    throw new SetupFailure({
      what: '"npm ci" did not finish.',
      why: result.reason,
      remedy: 'Check that npm reaches its registry ("npm ping") and that this folder can be written, then run "npm run setup" again.',
    });
  }
}

/** Fails when the Node that the lockfile pins does not run here. */
export async function checkPinnedNode() {
  const result = await run([pinnedNode, '--version']);
  if (result.ok) return;
  throw new SetupFailure({
    what: 'The Node that this project pins does not run here.',
    why: `${process.platform} on ${process.arch}: ${result.reason}`,
    remedy:
      'It comes from npm as an optional package for Linux (x64, arm64), Windows (x64) and macOS. If this is one of those, check that npm\n' +
      'does not omit optional packages ("npm config get omit"), delete node_modules and run "npm run setup" again.',
  });
}

/** Why node_modules must be installed, or undefined when it need not be. */
function packagesToInstall() {
  const installedFile = join(rootFolder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'nothing is installed yet';
  const wanted = readPackages(join(rootFolder, 'package-lock.json'));
  const difference = findDifference(wanted, readPackages(installedFile));
  if (difference !== undefined) return difference;
  const lost = Object.keys(readPackages(installedFile)).find((path) => !existsSync(join(rootFolder, path, 'package.json')));
  return lost === undefined ? undefined : `${lost} is gone`;
}

/**
 * The first way in which what is installed is not what is locked, in words; undefined when it is the same. A package that is optional
 * (made for another system, mostly) may be missing.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string | undefined}
 */
export function findDifference(wanted, installed) {
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    const found = installed[path];
    if (path === '' || (found === undefined && optional === true)) continue;
    if (found === undefined) return `${path} is missing`;
    if (found.version !== version || found.integrity !== integrity) return `${path} is not the locked one`;
  }
  const extra = Object.keys(installed).find((path) => wanted[path] === undefined);
  return extra === undefined ? undefined : `${extra} is no longer wanted`;
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** Windows cannot delete a program that runs, only rename it: when this script runs in the Node that npm replaces, it moves it first. */
function stepAside() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(join(rootFolder, 'node_modules') + sep)) return;
  const aside = join(rootFolder, '.runtime', 'node-before.exe');
  mkdirSync(join(rootFolder, '.runtime'), { recursive: true });
  rmSync(aside, { force: true });
  renameSync(process.execPath, aside);
}
