import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { findRuntime, rootFolder } from '../../build/runtime.mjs';
import type { Bench } from './bench.ts';

const packed = join(rootFolder, 'dist', 'linux-unpacked');

/** What the app adds to the runtime that it needs: on the disk of a person, and to what they download. */
export const bench: Bench = {
  title: 'installed size of the package against the bare Electron runtime',
  blockers: () => {
    const missing = [packed, findRuntime()?.folder].filter((folder) => folder === undefined || !isThere(folder));
    return missing.length === 0 ? [] : ['there is no package in dist/: npm run package'];
  },
  run: () => {
    const runtime = megabytesOf(findRuntime()?.folder ?? '');
    const whole = megabytesOf(packed);
    return Promise.resolve([
      { name: 'bare runtime', value: runtime, unit: 'MB', atMost: null },
      { name: 'installed', value: whole, unit: 'MB', atMost: runtime + 25 },
      { name: 'of it our part (resources/)', value: megabytesOf(join(packed, 'resources')), unit: 'MB', atMost: 25 },
      { name: 'languages left out', value: languagesOf(findRuntime()?.folder ?? '') - languagesOf(packed), unit: 'MB', atMost: null },
    ]);
  },
};

function isThere(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
}

function languagesOf(folder: string): number {
  return megabytesOf(join(folder, 'locales'));
}

/** Of all files in it. */
function megabytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0) / 1_000_000;
}
