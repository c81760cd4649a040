import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../runtime.mjs';
import { lockedPackages, resolveLocked } from './locked-packages.mjs';

/**
 * Compiled into the window's bundle, so they travel with every copy of Sonde although package.json calls them tools. A test compares this
 * list with what the sources import and with the source maps of the build.
 */
export const compiledIn = [
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@lucide/svelte',
  'clsx',
  'svelte',
  'uplot',
  // A few lines each, which they write into every bundle.
  'rolldown',
  'vite',
];

/**
 * What a person who installs Sonde gets of other people's work, by name: the dependencies with all they need, and what is compiled in. Electron
 * itself comes on top. The optional dependencies are the pinned Node that runs the scripts of the checkout; none of it is packed.
 *
 * @returns {readonly import('./locked-packages.mjs').LockedPackage[]}
 */
export function shippedPackages() {
  const packages = lockedPackages();
  const { dependencies } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
  const shipped = [...Object.keys(dependencies), ...compiledIn].map((name) => resolveLocked(packages, { from: '', name }));
  // A compiled-in package brings only the parts that are named: the compiler of Svelte stays behind.
  for (const each of shipped) {
    if (compiledIn.includes(each.name)) continue;
    for (const name of each.needs) {
      const needed = resolveLocked(packages, { from: each.path, name });
      if (!shipped.includes(needed)) shipped.push(needed);
    }
  }
  return shipped.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
