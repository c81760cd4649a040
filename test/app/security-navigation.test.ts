import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCanary, type Canary } from './support/canary.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

declare global {
  interface Window {
    isSamePage?: boolean;
  }
}

const home = 'app://ui/index.html';

let running: RunningApp;
let canary: Canary;

beforeAll(async () => {
  canary = await startCanary();
  running = await openApp();
  await running.page.evaluate(() => (window.isSamePage = true));
});
afterAll(async () => {
  await running.close();
  await canary.close();
  await removeFolders();
});

/** Where a page might want to go: the web, files, itself under another name, and other programs of the system. */
function destinations(): readonly string[] {
  const { url, endpoint } = canary;
  return [
    ...[url, `https://${endpoint}/`, `//${endpoint}/`, `http://user:word@${endpoint}/`, `ftp://${endpoint}/`, `ws://${endpoint}/`],
    ...['file:///etc/passwd', pathToFileURL(join(running.folder, 'history.sqlite')).href, 'filesystem:app://ui/temporary/a.html'],
    ...['data:text/html,<script>window.pwned=1</script>', 'javascript:void(window.pwned=1)'],
    ...['app://elsewhere/index.html', 'app://ui/assets/', 'app://ui/nothing.html', 'app://ui@elsewhere/', `view-source:${home}`],
    ...['chrome://version', 'chrome://gpu', 'devtools://devtools/bundled/inspector.html', 'chrome-extension://a/b.html'],
    ...[
      'mailto:a@example.test',
      'intent://a',
      'steam://run/1',
      'search-ms:query=a',
      'file://127.0.101.2/share/a.exe',
      'tel:1',
      'smb://127.0.101.2/a',
      'ms-msdt:/id',
      'vscode://a',
      'sonde://127.0.0.1:1',
      `blob:${home}`,
    ],
  ];
}

/** How a script of a page goes somewhere. The functions travel to the page as text. */
const ways: Readonly<Record<string, (url: string) => unknown>> = {
  'sets its location': (url) => (location.href = url),
  'replaces its location': (url) => {
    location.replace(url);
  },
  'follows a link': (url) => Object.assign(document.body.appendChild(document.createElement('a')), { href: url }).click(),
  'follows a link of the whole window': (url) =>
    Object.assign(document.body.appendChild(document.createElement('a')), { href: url, target: '_top' }).click(),
  'follows a link to a new window': (url) =>
    Object.assign(document.body.appendChild(document.createElement('a')), { href: url, target: '_blank' }).click(),
  'follows a link that saves a file': (url) =>
    Object.assign(document.body.appendChild(document.createElement('a')), { href: url, download: 'a.sh' }).click(),
  'sends a form': (url) => document.body.appendChild(Object.assign(document.createElement('form'), { action: url })).submit(),
  'posts a form': (url) =>
    document.body.appendChild(Object.assign(document.createElement('form'), { action: url, method: 'post' })).submit(),
  'refreshes itself': (url) =>
    document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0; url=${url}` })),
  'opens a window': (url) => {
    if (window.open(url) !== null) window.pwned = 1;
  },
  'opens a page within': (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
};

declare global {
  interface Window {
    pwned?: number;
  }
}

/** Whether everything is as it was: the same page in the same window, and nobody outside heard of it. */
async function isAtHome(): Promise<boolean> {
  const { app, page } = running;
  const isSame = await page.evaluate((url) => window.isSamePage === true && location.href === url && !('pwned' in window), home);
  return isSame && app.windows().length === 1 && canary.visits().length === 0;
}

/** Tries a way to each place, as after a click, and gives those where the window still showed its page afterwards. */
async function tryEach(way: (url: string) => unknown, urls: readonly string[]): Promise<{ readonly refused: readonly string[] }> {
  return running.app.evaluate(
    async ({ BrowserWindow, webContents }, given) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window!.webContents;
      const refused: string[] = [];
      for (const url of given.urls) {
        // Not by Playwright, which waits for the page it expects.
        const attempt = `try { (${given.way})(${JSON.stringify(url)}); } catch {} undefined`;
        await Promise.race([contents.executeJavaScript(attempt, true), new Promise((resolve) => setTimeout(resolve, 1_000))]);
        const isSame = (await contents.executeJavaScript('window.isSamePage === true')) === true;
        if (isSame && contents.getURL() === given.home && webContents.getAllWebContents().length === 1) refused.push(url);
      }
      // A refresh, and whatever asks another process first, takes a moment.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await contents.executeJavaScript(
        `for (const made of document.querySelectorAll('body > a, body > form, body > iframe, meta[http-equiv]')) made.remove();`,
      );
      return { refused };
    },
    { way: way.toString(), urls, home },
  );
}

describe('a page that was taken over', () => {
  it('cannot go elsewhere, by any of 11 ways to any of 31 places', async () => {
    const attempted: string[] = [];
    const refused: string[] = [];
    for (const [name, way] of Object.entries(ways)) {
      const tried = await tryEach(way, destinations());
      attempted.push(...destinations().map((url) => `${name}: ${url}`));
      refused.push(...tried.refused.map((url) => `${name}: ${url}`));
      expect(await isAtHome(), name).toBe(true);
    }
    expect(attempted.length).toBeGreaterThanOrEqual(300);
    expect(refused).toEqual(attempted);
  }, 60_000);

  it.each(['about:blank', 'about:blank#a', 'about:srcdoc', 'about:version'])(
    'is brought back from %s, where Chromium asks nobody before it goes, and is not heard from there',
    async (url) => {
      const heard = await running.app.evaluate(
        async ({ BrowserWindow }, given) => {
          const contents = BrowserWindow.getAllWindows()[0]!.webContents;
          const isBack = new Promise<void>((resolve) => {
            contents.on('did-finish-load', function follow() {
              if (contents.getURL() !== given.home) return;
              contents.off('did-finish-load', follow);
              resolve();
            });
          });
          const asked: unknown[] = [];
          // As soon as the other page is there, before anybody brings the window back.
          contents.prependOnceListener('did-navigate', () => {
            const ask = contents.executeJavaScript('window.bridge.readFolder(null)').then(
              (answer: { readonly kind: string }) => asked.push(answer.kind),
              () => asked.push('unheard'),
            );
            void ask;
          });
          contents.executeJavaScript(`location.href = ${JSON.stringify(given.url)}; undefined`).catch(() => undefined);
          await isBack;
          return asked;
        },
        { url, home },
      );
      expect(heard).not.toContain('answered');
      await running.page.locator('[data-omnibox]').waitFor();
      expect(running.app.windows()).toHaveLength(1);
      await running.page.evaluate(() => (window.isSamePage = true));
    },
    15_000,
  );

  it('cannot write another address over its own', async () => {
    const refusals = await running.page.evaluate(
      (urls) =>
        urls.filter((url) => {
          try {
            history.pushState(null, '', url);
            return false;
          } catch {
            return true;
          }
        }),
      [canary.url, 'file:///etc/passwd', 'app://elsewhere/index.html', 'about:blank'],
    );
    expect(refusals).toHaveLength(4);
    expect(await isAtHome()).toBe(true);
  });

  it.each([
    ['left', []],
    ['middle', []],
    ['left', ['control']],
    ['left', ['shift']],
    ['left', ['alt']],
  ] as const)('opens nothing when a link to the outside is clicked: %s %j', async (button, modifiers) => {
    await running.page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, id: 'outside', textContent: 'outside' });
      link.style.cssText = 'position: fixed; inset: 0; z-index: 9999';
      document.body.append(link);
    }, canary.url);
    // By the system's way in: Playwright's own click waits for the page it expects.
    await running.app.evaluate(
      ({ BrowserWindow }, given) => {
        const contents = BrowserWindow.getAllWindows()[0]!.webContents;
        const click = { x: 400, y: 400, button: given.button, clickCount: 1, modifiers: [...given.modifiers] };
        contents.sendInputEvent({ type: 'mouseDown', ...click });
        contents.sendInputEvent({ type: 'mouseUp', ...click });
      },
      { button, modifiers },
    );
    await running.page.waitForTimeout(150);
    await running.page.evaluate(() => document.querySelector('#outside')?.remove());
    expect(await isAtHome()).toBe(true);
  });

  it('embeds nothing that Electron would give a process of its own', async () => {
    await running.page.evaluate((url) => {
      for (const name of ['webview', 'fencedframe', 'portal', 'frame'])
        document.body.append(Object.assign(document.createElement(name), { src: url }));
    }, canary.url);
    await running.page.waitForTimeout(300);
    await expect.poll(() => running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(await isAtHome()).toBe(true);
  });

  it.each(['an address', 'a file'] as const)('goes nowhere when %s is dropped on it', async (what) => {
    const session = await running.page.context().newCDPSession(running.page);
    await drop(session, what === 'a file' ? { files: ['/etc/passwd'] } : { uris: canary.url });
    await running.page.waitForTimeout(300);
    expect(await isAtHome()).toBe(true);
    await session.detach();
  });
});

/** What a person does who lets go of something over the window. */
async function drop(session: CDPSession, what: { readonly uris?: string; readonly files?: readonly string[] }): Promise<void> {
  const items = what.uris === undefined ? [] : [{ mimeType: 'text/uri-list', data: what.uris }];
  const data = { items, files: [...(what.files ?? [])], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
}
