import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedImports } from '../../build/lint/zones.js';
import { rootFolder } from '../../build/runtime.mjs';
import { lint } from './lint.ts';

const folders = Object.keys(allowedImports);
const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** One file of every part there is: real ones, because an import that leads nowhere is reported for another reason. */
const importable = [...folders, 'test/support'].flatMap((folder) => {
  const path = join(rootFolder, folder);
  const files = existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  return files
    .filter(({ name }) => /^[^.]+\.(ts|mjs|svelte)$/.test(name))
    .map(({ name }) => `${folder}/${name}`)
    .slice(0, 1);
});

/** What the table says about one import: every zone that the importing file is in must allow it. */
function isAllowed(importer: string, imported: string): boolean {
  const zones = folders.filter((folder) => isWithin(importer, folder));
  return zones.every((zone) => [zone, ...(allowedImports[zone] ?? [])].some((path) => isWithin(imported, path)));
}

function specifier(importer: string, imported: string): string {
  const path = relative(dirname(importer), imported);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Those of the files whose import from `importer` is reported, when each is imported on a line of its own. */
async function reported(importer: string, importLine: (from: string, index: number) => string): Promise<readonly string[]> {
  const lines = importable.map((file, index) => importLine(specifier(importer, file), index));
  const code = importer.endsWith('.svelte') ? `<script lang="ts">${lines.join('\n')}\n</script>` : lines.join('\n');
  const messages = await lint(importer, code);
  const crossings = messages.filter(({ ruleId }) => ruleId === 'import-x/no-restricted-paths');
  return [...new Set(crossings.map(({ line }) => importable[line - 1] ?? 'no line'))];
}

const importers = folders.flatMap((folder) => [
  `${folder}/planted.ts`,
  ...(folder.startsWith('renderer') ? [`${folder}/Planted.svelte`, `${folder}/planted.svelte.ts`] : []),
]);

describe.each(importers)('an import in %s', (importer) => {
  const forbidden = importable.filter((file) => !isAllowed(importer, file));

  it('is reported when it crosses into a part that is not named for this one, and only then', async () => {
    expect(forbidden).not.toEqual([]);
    expect(await reported(importer, (from, index) => `import { planted as planted${index} } from '${from}';`)).toEqual(forbidden);
  });

  it('is reported when it brings only a type', async () => {
    expect(await reported(importer, (from, index) => `import type { Planted as Planted${index} } from '${from}';`)).toEqual(forbidden);
  });

  it('is reported when it is made on demand', async () => {
    expect(await reported(importer, (from) => `void import('${from}');`)).toEqual(forbidden);
  });
});

describe('the table of who may import whom says what the architecture says', () => {
  it.each([
    ['shared/check', 'shared/text'],
    ['shared/guidance', 'shared/report'],
    ['shared/text', 'shared/ipc'],
    ['shared/check', 'electron/probes'],
    ['electron/probes', 'electron/checks'],
    ['electron/checks', 'electron/store'],
    ['electron/console', 'electron/checks'],
    ['electron/store', 'electron/probes'],
    ['electron/tools', 'electron/store'],
    ['electron/transfer', 'electron/checks'],
    ['electron/ipc', 'electron'],
    ['electron', 'renderer'],
    ['renderer', 'electron'],
    ['renderer/parts', 'renderer/state'],
    ['renderer/parts', 'renderer/views'],
    ['renderer/state', 'renderer/views'],
    ['renderer/views', 'renderer/bridge.ts'],
    ['shared', 'test'],
    ['electron', 'test'],
    ['renderer', 'test'],
    ['build', 'test'],
  ])('%s may not import %s', (importer, imported) => {
    expect(isAllowed(`${importer}/a.ts`, imported.endsWith('.ts') ? imported : `${imported}/b.ts`)).toBe(false);
  });

  it.each([
    ['shared/guidance', 'shared/check'],
    ['shared/text', 'shared/check'],
    ['shared/ipc', 'shared/check'],
    ['electron/probes', 'shared/check'],
    ['electron/checks', 'electron/probes'],
    ['electron/watch', 'electron/checks'],
    ['electron/transfer', 'electron/store'],
    ['electron/ipc', 'electron/store'],
    ['electron', 'electron/ipc'],
    ['renderer/views', 'renderer/parts'],
    ['renderer/views', 'renderer/state'],
    ['renderer/state', 'renderer/bridge.ts'],
    ['renderer/parts', 'shared/text'],
  ])('%s may import %s', (importer, imported) => {
    expect(isAllowed(`${importer}/a.ts`, imported.endsWith('.ts') ? imported : `${imported}/b.ts`)).toBe(true);
  });
});

it('two files that import each other are reported', async () => {
  const messages = await lint('shared/check/target.ts', `import { planted } from './check.ts';\nexport const value = planted;`);
  expect(messages.map(({ ruleId }) => ruleId)).toContain('import-x/no-cycle');
});
