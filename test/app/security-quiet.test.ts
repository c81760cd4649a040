import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, it } from 'vitest';

import { electronExecutable, rootFolder } from '../../build/runtime.mjs';
import { startScriptedServer } from '../support/scripted-server.ts';
import { startCanary } from './support/canary.ts';
import { checkToEnd } from './support/drive.ts';
import { makeFolder, openApp, removeFolders } from './support/open-app.ts';
import { listeningSocketsOf, withChildren } from './support/sockets-of.ts';

/** Chromium fetches what it fetches by itself (dictionaries, components, time) in the first seconds after the start, and some of it a minute later. */
const IDLE_MS = 1_000 * Number(process.env.SONDE_IDLE_SECONDS ?? 60);

afterAll(removeFolders);

it.concurrent(
  'asks nobody for anything and waits for nobody while it has nothing to do',
  async ({ expect, onTestFinished }) => {
    const canary = await startCanary();
    onTestFinished(canary.close);
    const folder = await makeFolder();
    const log = join(folder, 'net.json');
    // Not by Playwright, whose own ways in are sockets that wait.
    const app = spawn(
      electronExecutable(),
      [
        rootFolder,
        `--user-data-dir=${folder}`,
        `--proxy-server=${canary.endpoint}`,
        '--proxy-bypass-list=<-loopback>',
        `--log-net-log=${log}`,
      ],
      { stdio: 'ignore' },
    );
    // Also when something of the below fails.
    onTestFinished(() => void app.kill('SIGKILL'));
    const pid = app.pid!;
    await expect
      .poll(
        async () =>
          access(join(folder, 'history.sqlite')).then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    await pause(IDLE_MS);
    expect((await withChildren(pid)).length).toBeGreaterThan(2);
    expect(await listeningSocketsOf(pid)).toEqual([]);
    expect(canary.visits()).toEqual([]);
    const ended = once(app, 'exit');
    app.kill('SIGTERM');
    await ended;

    const { constants, events } = JSON.parse(await readFile(log, 'utf8')) as {
      readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
      readonly events: readonly { readonly type: number; readonly params?: { readonly url?: string } }[];
    };
    const types = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
    const seen = events.map(({ type }) => types.get(type) ?? '');
    expect(seen.length).toBeGreaterThan(0);
    expect(
      seen.filter((name) =>
        /^(?:HOST_RESOLVER_MANAGER_(?:REQUEST|JOB)|TCP_CONNECT|UDP_CONNECT|UDP_BYTES|SOCKET_POOL|HTTP_TRANSACTION)/u.test(name),
      ),
    ).toEqual([]);
  },
  IDLE_MS + 90_000,
);

it.concurrent('writes nothing about its checks outside its own files, and nothing at all for pages', async ({ expect }) => {
  const secret = 'canary-7c1e99b0';
  const server = await startScriptedServer({ behaviour: { kind: 'greet', text: `220 ${secret}\r\n` }, address: '127.0.101.5' });
  const running = await openApp();
  await checkToEnd(running.page, `127.0.101.5:${server.port}`);
  await expect.poll(() => running.page.locator('main').innerText()).toContain(secret);
  const kept = await running.page.evaluate(async () => ({
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations().catch(() => [])).length,
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ storage: 0, databases: 0, workers: 0, cookies: '' });
  expect(await running.app.evaluate(({ session }) => session.defaultSession.cookies.get({}))).toEqual([]);
  expect(await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  await running.close();
  await server.close();

  const files = (await readdir(running.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const holding: string[] = [];
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'))) holding.push(name);
  }
  expect(holding.filter((name) => !name.startsWith('history.sqlite'))).toEqual([]);
  expect(holding).not.toEqual([]);
});
