import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { startScriptedServer } from '../support/scripted-server.ts';
import { startCanary, type Canary } from './support/canary.ts';
import { checkToEnd } from './support/drive.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

import { contract } from '../../shared/ipc/contract.ts';
import type { CallBridge, StreamBridge } from '../../shared/ipc/types.ts';

declare global {
  interface Window {
    readonly bridge: CallBridge & StreamBridge;
    readonly trustedTypes: { readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string }) => unknown };
  }
}

const page = 'app://ui/index.html';

describe('the page is shut in', () => {
  let running: RunningApp;
  let canary: Canary;

  beforeAll(async () => {
    canary = await startCanary();
    running = await openApp();
  });
  afterAll(async () => {
    await running.close();
    await canary.close();
    await removeFolders();
  });

  /** Runs a script of the page itself: what Playwright evaluates would be exempt from the content security policy. */
  async function violationsOf(attempt: (canaryUrl: string) => void): Promise<readonly string[]> {
    return running.page.evaluate(
      async ([source, url]) => {
        const seen: string[] = [];
        const note = (event: SecurityPolicyViolationEvent): unknown => seen.push(event.effectiveDirective);
        document.addEventListener('securitypolicyviolation', note);
        // eslint-disable-next-line no-eval -- the attempts travel to the page as text
        const act = (0, eval)(`(${source})`) as (canaryUrl: string) => void;
        await new Promise<void>((resolve) =>
          setTimeout(() => {
            try {
              act(url);
            } catch {
              // refused at once; the violation is reported all the same
            }
            resolve();
          }, 0),
        );
        await new Promise((resolve) => setTimeout(resolve, 300));
        document.removeEventListener('securitypolicyviolation', note);
        return seen;
      },
      [attempt.toString(), canary.url] as const,
    );
  }

  it('its process is in the sandbox, and nobody asked for none', async () => {
    const pids = await running.app.evaluate(({ BrowserWindow }) => ({
      main: process.pid,
      page: BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    }));
    expect(await readFile(`/proc/${pids.page}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/mu);
    expect(await readFile(`/proc/${pids.main}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  });

  it('its preferences are the strict ones', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
  });

  it('it sees nothing of Node, and of the main process only the named functions', async () => {
    const seen = await running.page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      bridge: Object.fromEntries(Object.entries(window.bridge).map(([name, value]) => [name, typeof value])),
    }));
    expect(seen.node).toEqual([]);
    expect(seen.bridge).toEqual(Object.fromEntries(Object.keys(contract).map((name) => [name, 'function'])));
  });

  it.each<[string, string, (canaryUrl: string) => void]>([
    [
      'an inline script',
      'require-trusted-types-for',
      () => {
        const script = document.createElement('script');
        script.append('window.pwned = 1');
        document.body.append(script);
      },
    ],
    // eslint-disable-next-line no-eval -- this is what the page must refuse
    ['eval', 'require-trusted-types-for', () => (0, eval)('window.pwned = 1') as unknown],
    // eslint-disable-next-line no-restricted-properties -- this is what the page must refuse
    ['HTML from text', 'require-trusted-types-for', () => (document.createElement('div').innerHTML = '<b>x</b>')],
    [
      'a policy that trusts text',
      'trusted-types',
      () => window.trustedTypes.createPolicy('anything', { createHTML: (text: string) => text }),
    ],
    [
      'a javascript: address',
      'script-src-elem',
      () => Object.assign(document.body.appendChild(document.createElement('a')), { href: 'javascript:window.pwned=1' }).click(),
    ],
    ['a style attribute', 'style-src-attr', () => document.createElement('div').setAttribute('style', 'color: red')],
    ['a request', 'connect-src', (url) => void fetch(url).catch(() => undefined)],
    ['a picture from elsewhere', 'img-src', (url) => (new Image().src = url)],
    ['a socket', 'connect-src', (url) => new WebSocket(url.replace('http', 'ws'))],
    [
      'a page within',
      'frame-src',
      (url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      },
    ],
    [
      'a form sent elsewhere',
      'form-action',
      (url) => {
        const form = document.createElement('form');
        form.action = url;
        document.body.append(form);
        form.requestSubmit();
      },
    ],
  ])('%s is refused', async (_name, directive, attempt) => {
    expect(await violationsOf(attempt)).toContain(directive);
    expect(await running.page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(canary.visits()).toEqual([]);
  });

  it.each<[string, (canaryUrl: string) => unknown]>([
    ['location', (url) => (location.href = url)],
    ['a file', () => (location.href = 'file:///etc/passwd')],
    ['a link', (url) => Object.assign(document.body.appendChild(document.createElement('a')), { href: url }).click()],
    [
      'a link to a new window',
      (url) => Object.assign(document.body.appendChild(document.createElement('a')), { href: url, target: '_blank' }).click(),
    ],
    ['another page of the scheme', () => (location.href = 'app://elsewhere/index.html')],
    ['window.open', (url) => window.open(url)],
    ['window.open of nothing', () => window.open()],
  ])('it cannot go elsewhere by %s', async (_name, attempt) => {
    await running.page.evaluate(attempt, canary.url).catch(() => undefined);
    await running.page.waitForTimeout(300);
    expect(running.page.url()).toBe(page);
    expect(running.app.windows()).toHaveLength(1);
    expect(canary.visits()).toEqual([]);
  });

  it('may write to the clipboard, and nothing else that needs leave', async () => {
    const answers = await running.page.evaluate(async () => {
      const tried = (attempt: Promise<unknown>): Promise<string> =>
        attempt.then(
          () => 'allowed',
          () => 'refused',
        );
      return {
        write: await tried(navigator.clipboard.writeText('text')),
        read: await tried(navigator.clipboard.readText()),
        camera: await tried(navigator.mediaDevices.getUserMedia({ video: true })),
        place: await tried(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        notices: Notification.permission,
      };
    });
    expect(answers).toEqual({ write: 'allowed', read: 'refused', camera: 'refused', place: 'refused', notices: 'denied' });
  });

  it('what it asks must fit the contract to the letter', async () => {
    const answers = await running.page.evaluate(async () => {
      const listHosts = window.bridge.listHosts as unknown as (request: unknown) => Promise<unknown>;
      const hostile = JSON.parse('{ "limit": 1, "__proto__": { "polluted": true } }') as unknown;
      return Promise.all([{ limit: '1' }, { limit: 0 }, { limit: 1, more: 2 }, null, undefined, [1], hostile].map(listHosts));
    });
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"faulted","fault":"invalid_request"}']));
  });

  it('only our page in our window is answered', async () => {
    const preload = join(rootFolder, 'out', 'preload', 'preload.cjs');
    const answers = await running.app.evaluate(
      async ({ BrowserWindow }, given) => {
        const ask = `(async () => {
        const call = await window.bridge.listHosts({ limit: 1 });
        const stream = await new Promise((resolve) => { window.bridge.followHistory(null, resolve); });
        return [call, stream];
      })()`;
        const all: unknown[] = [];
        for (const place of [given.url, 'app://ui/index.html', 'about:blank']) {
          const stranger = new BrowserWindow({ show: false, webPreferences: { preload: given.preload, sandbox: true } });
          await stranger.loadURL(place);
          all.push(await stranger.webContents.executeJavaScript(ask));
          stranger.destroy();
        }
        return all;
      },
      { url: canary.url, preload },
    );
    const refused = [
      { kind: 'faulted', fault: 'not_trusted' },
      { kind: 'ended', fault: 'not_trusted' },
    ];
    expect(answers).toEqual([refused, refused, refused]);
    expect(await running.page.evaluate(() => window.bridge.listHosts({ limit: 1 }))).toMatchObject({ kind: 'answered' });
  });
});

describe('hostile words of a server', () => {
  afterAll(removeFolders);

  it('stay text on the screen', async () => {
    const text = '220 <img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\x1b]0;title\x07\u202egnp.exe\r\n';
    const server = await startScriptedServer({ behaviour: { kind: 'greet', text: Buffer.from(text).toString('latin1') } });
    const running = await openApp();
    await checkToEnd(running.page, `127.0.0.1:${server.port}`);
    const shown = await running.page.locator('main').innerText();
    expect(shown).toContain('<img src=x onerror="window.pwned=1">');
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]/u);
    expect(await running.page.locator('main img, main script').count()).toBe(0);
    expect(await running.page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(running.complaints).toEqual([]);
    await running.close();
    await server.close();
  });
});
