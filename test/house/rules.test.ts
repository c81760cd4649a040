import { expect, it } from 'vitest';
import { lint } from './lint.ts';

async function rulesAgainst(file: string, code: string): Promise<readonly (string | null)[]> {
  return (await lint(file, code)).map(({ ruleId }) => ruleId);
}

it.each([
  ['shared/check/planted.ts', 'node:net'],
  ['shared/check/planted.ts', 'punycode'],
  ['shared/check/planted.ts', 'commander'],
  ['electron/probes/planted.ts', 'electron'],
  ['electron/probes/planted.ts', 'electron/main'],
  ['electron/cli/planted.ts', 'electron'],
  ['electron/store/planted.ts', 'electron'],
  ['electron/checks/planted.ts', 'better-sqlite3'],
  ['electron/ipc/planted.ts', 'better-sqlite3'],
  ['electron/main.ts', 'better-sqlite3'],
  ['renderer/state/planted.svelte.ts', 'electron'],
  ['renderer/state/planted.svelte.ts', 'node:fs'],
])('%s may not import the package %s', async (file, name) => {
  expect(await rulesAgainst(file, `import { planted } from '${name}';\nplanted();`)).toContain('no-restricted-imports');
});

it.each([
  ['shared/check/planted.ts', 'valibot'],
  ['shared/check/planted.ts', 'punycode/punycode.js'],
  ['electron/probes/planted.ts', 'node:net'],
  ['electron/window.ts', 'electron'],
  ['electron/ipc/planted.ts', 'electron'],
  ['electron/store/planted.ts', 'better-sqlite3'],
  ['renderer/state/planted.svelte.ts', 'svelte'],
])('%s may import the package %s', async (file, name) => {
  expect(await rulesAgainst(file, `import { planted } from '${name}';\nplanted();`)).not.toContain('no-restricted-imports');
});

it('only electron/ipc/serve.ts may import ipcMain', async () => {
  const code = `import { ipcMain } from 'electron';\nipcMain.handle('planted', () => 1);`;
  expect(await rulesAgainst('electron/ipc/handlers.ts', code)).toContain('no-restricted-imports');
  expect(await rulesAgainst('electron/main.ts', code)).toContain('no-restricted-imports');
  expect(await rulesAgainst('electron/ipc/serve.ts', code)).not.toContain('no-restricted-imports');
});

it.each([
  ['a default export', 'shared/check/planted.ts', 'export default 1;'],
  ['a barrel', 'shared/check/planted.ts', `export * from './target.ts';`],
  ['a re-export', 'shared/check/planted.ts', `export { planted } from './target.ts';`],
  ['an enum', 'shared/check/planted.ts', 'export enum Planted { A }'],
  ['a namespace', 'shared/check/planted.ts', 'export namespace Planted { export const a = 1; }'],
  ['a parameter property', 'electron/probes/planted.ts', 'export class Planted { constructor(readonly a: number) {} }'],
  ['state in a module', 'electron/probes/planted.ts', 'let planted = 0;\nexport function count() { planted += 1; return planted; }'],
  ['a name that says nothing', 'electron/probes/planted.ts', 'export class ConnectionManager {}'],
  ['an import on demand that hides a package', 'electron/checks/planted.ts', `export const a = import('better-sqlite3');`],
  ['window.bridge outside of bridge.ts', 'renderer/state/planted.svelte.ts', 'export const a = window.bridge;'],
  ['a static style attribute', 'renderer/parts/Planted.svelte', '<p style="color: red">planted</p>'],
  ['a test that leaves the others out', 'test/shared/planted.test.ts', `it.only('planted', () => {});`],
])('%s is reported', async (_what, file, code) => {
  expect(await rulesAgainst(file, code)).toContain('no-restricted-syntax');
});

it.each([
  ['raw HTML in a component', 'renderer/parts/Planted.svelte', '{@html "planted"}', 'svelte/no-at-html-tags'],
  ['innerHTML', 'renderer/parts/planted.ts', `document.body.innerHTML = 'planted';`, 'no-restricted-properties'],
  ['document.write', 'renderer/parts/planted.ts', `document.write('planted');`, 'no-restricted-properties'],
  ['opening a path that a server named', 'electron/menu.ts', `shell.openPath('planted');`, 'no-restricted-properties'],
  ['eval', 'renderer/parts/planted.ts', `eval('planted');`, 'no-eval'],
  ['any', 'shared/check/planted.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
  [
    'a type assertion in the app',
    'shared/check/planted.ts',
    'export const a = 1 as number;',
    '@typescript-eslint/consistent-type-assertions',
  ],
  ['an empty catch', 'electron/probes/planted.ts', 'try { a(); } catch {}', 'no-empty'],
  ['a file of 401 lines', 'shared/check/planted.ts', 'void 0;\n'.repeat(401), 'max-lines'],
  ['a function of 41 lines', 'shared/check/planted.ts', `export function a() {\n${'void 0;\n'.repeat(39)}}`, 'max-lines-per-function'],
])('%s is reported', async (_what, file, code, rule) => {
  expect(await rulesAgainst(file, code)).toContain(rule);
});

it('a static style is the only kind that is reported', async () => {
  expect(await rulesAgainst('renderer/parts/Planted.svelte', '<p style:color={undefined}>planted</p>')).not.toContain(
    'no-restricted-syntax',
  );
});
