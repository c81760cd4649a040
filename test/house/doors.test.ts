import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { lint } from './lint.ts';

/** What is shipped, as text, by its path. */
const sources = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(rootFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|svelte|html)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(rootFolder.length + 1), readFileSync(file, 'utf8')] as const),
);

function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(([, text]) => pattern.test(text)).map(([file]) => file);
}

describe('of every door there is one, and it is in one place', () => {
  it.each<[string, RegExp, readonly string[]]>([
    ['what opens a page outside', /\bopenExternal\b/u, ['electron/ipc/desktop/open-link.ts']],
    ['what listens to the window', /\bipcMain\b/u, ['electron/ipc/serve.ts']],
    ['what speaks to the main process', /\bipcRenderer\b/u, ['electron/preload.ts']],
    ['what the page is given', /\bexposeIn\w+/u, ['electron/preload.ts']],
    ['what turns embedded pages on or off', /webviewTag/u, ['electron/ipc/desktop/print-page.ts', 'electron/window.ts']],
    ['what makes a window', /new BrowserWindow\(/u, ['electron/ipc/desktop/print-page.ts', 'electron/window.ts']],
    ['what starts another program', /from 'node:child_process'/u, ['electron/cli/console/reader-watch.ts', 'electron/tools/run-tool.ts']],
  ])('%s', (_what, pattern, files) => {
    expect(filesWith(pattern).toSorted()).toEqual(files);
  });

  it.each<[string, RegExp]>([
    ['opens a path with the program for it', /\bopenPath\b/u],
    ['registers a scheme or a type with the system', /setAsDefaultProtocolClient|\bopen-url\b/u],
    ['starts a second Node', /\bfork\(|ELECTRON_RUN_AS_NODE/u],
    ['turns a guard off', /(?:nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures|navigateOnDragDrop): true/u],
    ['weakens a guard', /(?:sandbox|contextIsolation|webSecurity): false|enableBlinkFeatures|bypassCSP|unsafe-eval/u],
    [
      'runs text as code, or takes it for markup',
      /\.executeJavaScript\(|\{@html|\binnerHTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b/u,
    ],
  ])('nothing %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  it('every window keeps the sandbox and its world apart from Node', () => {
    for (const file of filesWith(/new BrowserWindow\(/u)) {
      const text = readFileSync(join(rootFolder, file), 'utf8');
      for (const guard of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false', 'webviewTag: false', 'spellcheck: false'])
        expect(text, file).toContain(guard);
    }
  });
});

describe('a second door is reported', () => {
  it.each([
    [
      'another file that opens pages',
      'electron/ipc/planted.ts',
      `import { shell } from 'electron';\nshell.beep();`,
      'no-restricted-imports',
    ],
    ['another way to open pages', 'electron/menu.ts', `planted.openExternal('planted');`, 'no-restricted-syntax'],
    ['a scheme of the system', 'electron/main.ts', `app.setAsDefaultProtocolClient('planted');`, 'no-restricted-syntax'],
    ['code run in the page', 'electron/window.ts', `window.webContents.executeJavaScript('planted');`, 'no-restricted-syntax'],
    ['a second Node', 'electron/tools/planted.ts', `import { fork } from 'node:child_process';\nfork('planted');`, 'no-restricted-imports'],
    ['a window opened by the page', 'renderer/state/planted.svelte.ts', `window.open('planted');`, 'no-restricted-syntax'],
    ['a request made by the page', 'renderer/state/planted.svelte.ts', `window.fetch('planted');`, 'no-restricted-syntax'],
  ])('%s', async (_what, file, code, rule) => {
    expect((await lint(file, code)).map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
