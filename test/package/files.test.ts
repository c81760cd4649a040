import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

import { findRuntime } from '../../build/runtime.mjs';
import { readArchive } from './support/archive.ts';
import { launcher, packedFolder } from './support/packed-app.ts';

const MEGABYTE = 1_000_000;
const resources = join(packedFolder, 'resources');
const archived = readArchive(join(resources, 'app.asar'));
const paths = archived.map(({ path }) => path);

/** Every file of a folder, by its path in it. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function megabytesOf(folder: string): number {
  return filesIn(folder).reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0) / MEGABYTE;
}

test('the archive holds what the build made and the one package that is not in it, and nothing else', () => {
  const others = paths.filter((path) => !/^(?:out\/(?:main|preload|renderer)\/|node_modules\/better-sqlite3\/|package\.json$)/u.test(path));
  expect(others).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining(['out/main/main.js', 'out/main/cli.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html']),
  );
});

test('no source, map, typing, test, document or compiled leftover is shipped', () => {
  expect(paths.filter((path) => /\.(?:ts|svelte|map|md|cc?|h|gyp|compiled|tsbuildinfo)$|(?:^|\/)tests?\//u.test(path))).toEqual([]);
});

test('beside the archive lies the library of SQLite for this system, and only that', () => {
  expect(filesIn(join(resources, 'app.asar.unpacked'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  expect(paths.filter((path) => path.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
});

test('the build asks for no package that is not there', () => {
  const asked = archived
    .filter(({ path }) => /^out\/main\/.*\.c?js$/u.test(path))
    .flatMap(({ text }) =>
      [...text().matchAll(/\bimport\b(?:[\w\s$*{},]*\bfrom\b)?\s*["']([a-z@][\w:@/-]*)["']/gu)].map(([, name]) => name ?? ''),
    )
    .filter((name) => !name.startsWith('node:'));
  expect(new Set(asked)).toEqual(new Set(['electron', 'better-sqlite3']));
});

test('of the runtime it has what it needs: no other app, no languages that it does not speak', () => {
  expect(readdirSync(resources).toSorted()).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.md', 'app.asar', 'app.asar.unpacked']);
  expect(readdirSync(join(packedFolder, 'locales')).filter((name) => !name.startsWith('en-'))).toEqual([]);
});

test('the licences of Electron and of all that is in Chromium lie where the third-party notices say', () => {
  const notices = readFileSync(join(resources, 'THIRD-PARTY-NOTICES.md'), 'utf8');
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    expect(notices).toContain(name);
    expect(lstatSync(join(packedFolder, name)).size).toBeGreaterThan(1_000);
  }
});

test('the command is there, can be run, and turns no sandbox off', () => {
  expect(lstatSync(launcher).mode & 0o111).toBe(0o111);
  expect(readFileSync(launcher, 'utf8')).not.toContain('--no-sandbox');
});

test('nobody but root can change what is installed', () => {
  const open = filesIn(packedFolder).filter((path) => (lstatSync(join(packedFolder, path)).mode & 0o022) !== 0);
  expect(open).toEqual([]);
});

test('installed it takes at most 25 MB more than the bare runtime', () => {
  const runtime = findRuntime();
  expect(megabytesOf(packedFolder)).toBeLessThanOrEqual(megabytesOf(runtime?.folder ?? '') + 25);
  expect(megabytesOf(resources)).toBeLessThanOrEqual(25);
});
