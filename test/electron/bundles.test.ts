import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { shippedPackages } from '../../build/supply/shipped.mjs';

/** The packages whose code is inside what the build wrote, by its source maps. Where a map is missing, its part of the app cannot be told. */
function packagesInside(): ReadonlySet<string> {
  const folder = join(rootFolder, 'out');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // What the bundler adds of its own has no map: rolldown and Vite are on the list for it.
  const scripts = files.filter((file) => /\.c?js$/u.test(file) && !/\/(rolldown-runtime|preload-helper)-/u.test(file));
  expect(scripts.filter((file) => !files.includes(`${file}.map`))).toEqual([]);
  const sources = scripts.flatMap((file) => {
    const { sources: its } = JSON.parse(readFileSync(join(folder, `${file}.map`), 'utf8')) as { readonly sources: readonly string[] };
    return its;
  });
  return new Set(sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(source)?.[1] ?? []));
}

it('the built app contains no package that the third-party notices and the bill of materials do not name', () => {
  const named = shippedPackages().map(({ name }) => name);
  const inside = [...packagesInside()];
  expect(inside).toContain('svelte');
  expect(inside.filter((name) => !named.includes(name))).toEqual([]);
});
