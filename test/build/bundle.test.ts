import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { needsBuild, products } from '../../build/bundle.mjs';

const sources = ['electron/main.ts', 'electron/probes/connect.ts', 'renderer/index.html', 'package.json'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonde-'));
  for (const path of [...sources, ...products]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  for (const path of [...sources, 'electron', 'electron/probes', 'renderer']) setTime(path, 1000);
  for (const path of products) setTime(path, 2000);
});
afterEach(() => rmSync(folder, { recursive: true }));

function setTime(path: string, seconds: number): void {
  utimesSync(join(folder, path), seconds, seconds);
}

it('needs no build when every product is younger than every source', () => {
  expect(needsBuild(folder)).toBe(false);
});

it.each(products)('needs a build without %s', (product) => {
  rmSync(join(folder, product));
  expect(needsBuild(folder)).toBe(true);
});

it.each(sources)('needs a build when %s changed', (source) => {
  setTime(source, 3000);
  expect(needsBuild(folder)).toBe(true);
});

it('needs a build when a source was deleted', () => {
  rmSync(join(folder, 'electron/probes/connect.ts'));
  expect(needsBuild(folder)).toBe(true);
});
