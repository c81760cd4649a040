import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';
import { run } from './run.mjs';

/**
 * The Debian packages this project uses: `app` to open the window, `lab` to build the test lab.
 *
 * @returns {{ readonly app: readonly string[], readonly lab: readonly string[] }}
 */
export function debianPackages() {
  return JSON.parse(readFileSync(join(rootFolder, 'build', 'debian-packages.json'), 'utf8'));
}

/** Whether packages are installed with apt here: Debian, Ubuntu and their relatives. */
export function hasApt() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query');
}

/**
 * Those of the packages that are not installed.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<readonly string[]>}
 */
export async function missingPackages(packages) {
  // It ends non-zero when it does not know one of the names; what it knows is printed all the same.
  // eslint-disable-next-line no-template-curly-in-string -- dpkg-query's own notation
  const result = await run(['dpkg-query', '--show', '--showformat', '${Package} ${db:Status-Status}\\n', ...bothNames(packages)]);
  const installed = parseInstalled(result.stdout);
  return packages.filter((name) => !bothNames([name]).some((either) => installed.has(either)));
}

/**
 * The names under which the packages can be installed here, in the same order, without those that this release does not have.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<readonly string[]>}
 */
export async function availableNames(packages) {
  const result = await run(['apt-cache', 'show', '--no-all-versions', ...bothNames(packages)]);
  const known = new Set([...result.stdout.matchAll(/^Package: (.+)$/gm)].map(([, name]) => name));
  return packages.flatMap((name) => bothNames([name]).find((either) => known.has(either)) ?? []);
}

/**
 * @param {string} text  what dpkg-query prints: a name and a status a line
 * @returns {ReadonlySet<string>}
 */
export function parseInstalled(text) {
  const lines = text.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name = '']) => name));
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries in the change to 64-bit time (https://wiki.debian.org/ReleaseGoals/64bit-time).
 *
 * @param {readonly string[]} packages
 */
function bothNames(packages) {
  return packages.flatMap((name) => (name.startsWith('lib') ? [name, `${name}t64`] : [name]));
}
