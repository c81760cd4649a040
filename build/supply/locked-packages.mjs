import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} path  where npm puts it, from the root of the checkout
 * @property {string | undefined} licence  an SPDX expression, as its manifest declares it
 * @property {string | undefined} integrity
 * @property {string | undefined} resolved  the address it must come from, where the lockfile names one
 * @property {boolean} hasInstallScript
 * @property {readonly string[]} needs  the names of what it cannot run without
 * @property {readonly string[]} mayUse  the names of what it takes where the system has it
 */

/**
 * Every package that `npm ci` may install, on whatever system, in the lockfile's order.
 *
 * @returns {readonly LockedPackage[]}
 */
export function lockedPackages() {
  /** @type {{ readonly packages: Readonly<Record<string, any>> }} */
  const { packages } = JSON.parse(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: entry.name ?? nameAt(path),
      version: entry.version,
      path,
      licence: entry.license,
      integrity: entry.integrity,
      resolved: entry.resolved,
      hasInstallScript: entry.hasInstallScript === true,
      needs: Object.keys(entry.dependencies ?? {}),
      mayUse: Object.keys(entry.optionalDependencies ?? {}),
    }));
}

/**
 * The package that an import of this name meets first, seen from a package of the lockfile ('' is the checkout itself).
 *
 * @param {readonly LockedPackage[]} packages
 * @param {{ readonly from: string, readonly name: string }} wanted
 * @returns {LockedPackage}
 */
export function resolveLocked(packages, { from, name }) {
  const places = from === '' ? [''] : [`${from}/`, ...parents(from), ''];
  for (const place of places) {
    const found = packages.find(({ path }) => path === `${place}node_modules/${name}`);
    if (found !== undefined) return found;
  }
  throw new Error(`${from === '' ? 'The checkout' : from} needs ${name}, which the lockfile does not have.`);
}

/** @param {string} path  'node_modules/a/node_modules/@b/c' has one parent: 'node_modules/a/' */
function parents(path) {
  const parts = path.split('/node_modules/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`).toReversed();
}

/** @param {string} path */
function nameAt(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
