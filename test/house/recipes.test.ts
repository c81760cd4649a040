import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pinnedNode, rootFolder } from '../../build/runtime.mjs';
import { addCall } from './recipes/add-call.ts';
import { addMigration, writeSchema } from './recipes/add-migration.ts';
import { addProbe } from './recipes/add-probe.ts';
import { addService } from './recipes/add-service.ts';
import { addTree } from './recipes/add-tree.ts';
import type { Recipe } from './recipes/recipe.ts';

const read = (path: string): string => readFileSync(join(rootFolder, path), 'utf8');

/** Every recipe of CONTRIBUTING.md: its title and its text. */
const texts = new Map(
  read('CONTRIBUTING.md')
    .split(/^## /mu)
    .filter((section) => section.startsWith('Recipes'))
    .flatMap((section) => section.split('\n\n').filter((paragraph) => paragraph.startsWith('**')))
    .map((paragraph) => [/^\*\*([^*]+)\*\*/u.exec(paragraph)?.[1] ?? '', paragraph] as const),
);

const followed: readonly Recipe[] = [addService, addProbe, addTree, addCall, addMigration(read('electron/store/migrations/index.ts'))];

/** The paths and file names that a text has between backticks. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w./-]+(?:\/|\.(?:ts|mjs|json|sql|svelte|md)))`/gu)].map(([, name]) => name ?? '');

const all = ['shared', 'electron', 'renderer', 'test', 'build'].flatMap((folder) =>
  readdirSync(join(rootFolder, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
);
const fileNames = new Set(all.map((path) => basename(path)));

/** NNNN-title.ts and schema-N.sql stand for a file to come: its folder has to be there. */
function exists(name: string): boolean {
  const path = /NNNN|-N\./u.test(name) ? dirname(name) : name;
  return path.includes('/') ? existsSync(join(rootFolder, path)) : fileNames.has(path);
}

describe.each([...texts])('the recipe "%s"', (_title, text) => {
  it('names only files and folders that are there', () => {
    expect(namedIn(text).filter((name) => !exists(name))).toEqual([]);
  });
});

it('a recipe that names a file that is not there is found', () => {
  expect(namedIn('one line in `services.ts`, one in `shared/service/no-such-file.ts`').filter((name) => !exists(name))).toEqual([
    'shared/service/no-such-file.ts',
  ]);
});

describe.each(followed.map((recipe) => [recipe.title, recipe] as const))('the recipe "%s"', (title, { added, changed }) => {
  it('names every file that has to be touched', () => {
    const named = namedIn(texts.get(title) ?? '');
    const touched = [...Object.keys(added), ...changed.map(({ path }) => path)];
    const isNamed = (path: string): boolean =>
      named.some(
        (name) => name === path || name === basename(path) || (name.endsWith('/') && path.startsWith(name)) || standsFor(name, path),
      );
    expect(touched.filter((path) => !isNamed(path))).toEqual([]);
  });
});

/** Whether a name with a number to come is this path's. */
function standsFor(name: string, path: string): boolean {
  return /NNNN/u.test(name) && dirname(name) === dirname(path);
}

describe('whoever follows all of them, in a copy of the checkout,', () => {
  let copy = '';
  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'sonde-recipes-'));
    for (const name of ['shared', 'electron', 'renderer', 'test', 'build', 'package.json', 'tsconfig.base.json', 'vitest.config.ts']) {
      cpSync(join(rootFolder, name), join(copy, name), { recursive: true, filter: (path) => !path.endsWith('.png') });
    }
    symlinkSync(join(rootFolder, 'node_modules'), join(copy, 'node_modules'));
    for (const recipe of followed) follow(copy, recipe);
    // Of the window only what a recipe adds: svelte-check takes as long as all the rest.
    mkdirSync(join(copy, 'window'));
    const added = followed.flatMap((recipe) => Object.keys(recipe.added)).filter((path) => path.startsWith('renderer/'));
    const part = { extends: '../renderer/tsconfig.json', include: added.map((path) => `../${path}`) };
    writeFileSync(join(copy, 'window', 'tsconfig.json'), JSON.stringify(part));
    writeFileSync(join(copy, 'write-schema.ts'), writeSchema);
    await run(['write-schema.ts']);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs a script with the pinned Node in the copy, and gives what it printed when it failed. */
  async function run(words: readonly string[]): Promise<string> {
    const env = { ...process.env, VITEST: undefined, NODE_OPTIONS: undefined, SONDE_TEST_FILES: undefined };
    return promisify(execFile)(pinnedNode, words, { cwd: copy, env, maxBuffer: 1 << 26 }).then(
      () => '',
      ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => `${stdout}${stderr}`.slice(0, 4_000),
    );
  }

  it.each(['shared', 'electron', 'window'])('has a part %s that compiles', { timeout: 300_000 }, async (environment) => {
    expect(await run([join('node_modules', 'typescript', 'bin', 'tsc'), '--project', environment])).toBe('');
  });

  it('has tests that pass', { timeout: 300_000 }, async () => {
    const files = followed.flatMap(({ proofs }) => proofs);
    expect(files.filter((file) => !existsSync(join(copy, file)))).toEqual([]);
    expect(await run([join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--configLoader=native', ...files])).toBe('');
  });
});

function follow(copy: string, { title, added, changed }: Recipe): void {
  for (const [path, text] of Object.entries(added)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text, { flag: 'wx' });
  }
  for (const { path, after, put } of changed) {
    const [before, behind, ...more] = readFileSync(join(copy, path), 'utf8').split(after);
    if (behind === undefined || more.length > 0) throw new Error(`${title}: ${path} does not have this once: ${after}`);
    writeFileSync(join(copy, path), `${before}${after}${put}${behind}`);
  }
}
