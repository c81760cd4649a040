import Database from 'better-sqlite3';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { electronExecutable, rootFolder } from '../../build/runtime.mjs';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { connect, said } from './support/console-drive.ts';
import { check, checkToEnd, hosts, omnibox } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { ftpAnswer, startLineServer, type LineServer } from './support/line-server.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { isHistoryOpen, startDrivable, startPlain, type PlainApp } from './support/plain-app.ts';
import { isAlive, listeningOf, portOf, processesOf } from './support/processes.ts';
import { setSize } from './support/window.ts';

const MUTE = '127.0.104.50';
const GREETER = '127.0.104.60';
const TALKER = '127.0.104.70';

/** SONDE_APP_KILLS=50 is what the soak does. */
const KILLS = Number(process.env['SONDE_APP_KILLS'] ?? 1);

/** What is remembered of the window. */
interface Placed {
  readonly bounds: { readonly width: number };
}

/** Starts the app once more with the same data, and gives its exit code and how long it took. */
async function startAgain(folder: string): Promise<{ readonly exitCode: number | null; readonly tookMs: number }> {
  const startedMs = performance.now();
  const second = execFile(electronExecutable(), [rootFolder, `--user-data-dir=${folder}`]);
  const [exitCode] = (await once(second, 'exit')) as [number | null];
  return { exitCode, tookMs: performance.now() - startedMs };
}

describe('the processes of the app', () => {
  let mute: ScriptedServer;
  let greeter: ScriptedServer;
  let talker: LineServer;
  const open: (PlainApp | RunningApp)[] = [];

  beforeAll(async () => {
    mute = await startScriptedServer({ address: MUTE, behaviour: { kind: 'mute' } });
    greeter = await startScriptedServer({ address: GREETER, behaviour: { kind: 'greet', text: '220 hello\r\n' } });
    talker = await startLineServer({ address: TALKER, greeting: '220 (vsFTPd 3.0.3)\r\n', answer: ftpAnswer });
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  afterAll(async () => {
    await Promise.all([mute.close(), greeter.close(), talker.close()]);
    await removeFolders();
  });

  function toClose<App extends PlainApp | RunningApp>(app: App): App {
    open.push(app);
    return app;
  }

  const checksIn = (folder: string): readonly { readonly outcome: string }[] => {
    const history = new Database(join(folder, 'history.sqlite'), { readonly: true });
    const rows = history.prepare('SELECT outcome FROM checks ORDER BY id').all() as { readonly outcome: string }[];
    expect(history.pragma('quick_check', { simple: true })).toBe('ok');
    history.close();
    return rows;
  };

  it('none listens at any port when idle, nor while it checks, watches and talks; and none is left when the app has ended', async () => {
    const folder = await makeFolder();
    const idle = toClose(await startPlain(folder));
    const idlers = processesOf(idle.pid, folder);
    expect(listeningOf(idlers)).toEqual([]);
    expect(await idle.close()).toBe(0);
    await expect.poll(() => idlers.filter(isAlive)).toEqual([]);

    const busy = toClose(await startDrivable(folder));
    const { page } = busy;
    await checkToEnd(page, `${GREETER}:${greeter.port}`);
    await connect(page, TALKER, talker.port, 'ftp');
    await expect.poll(() => said(page)).toContain('vsFTPd');
    await check(page, `smtp://${MUTE}:${mute.port}`);
    await page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();
    const workers = processesOf(busy.pid, folder);
    // The one that drives this test, and no other.
    expect(listeningOf(workers).map(portOf)).toEqual([busy.port]);
    expect(await busy.close()).toBe(0);
    await expect.poll(() => workers.filter(isAlive)).toEqual([]);
    expect(checksIn(folder).map(({ outcome }) => outcome)).toEqual(['succeeded', 'cancelled']);
  });

  it(
    'killed in the middle of a check, it starts again with its history whole, no lock in the way, and where it stood',
    async () => {
      const folder = await makeFolder();
      const place = (): number => (JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8')) as Placed).bounds.width;
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const running = await openApp({ folder });
        if (kill === 1) await setSize(running, 1_180, 760);
        await checkToEnd(running.page, `${GREETER}:${greeter.port}`);
        await check(running.page, `smtp://${MUTE}:${mute.port}`);
        await running.page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();
        await expect.poll(place).toBe(1_180);
        const { pid } = running.app.process();
        if (pid === undefined) throw new Error('It runs.');
        const processes = processesOf(pid, folder);
        process.kill(pid, 'SIGKILL');
        await expect.poll(() => processes.filter(isAlive)).toEqual([]);
        expect(checksIn(folder)).toEqual(Array.from({ length: kill }, () => ({ outcome: 'succeeded' })));
      }
      const last = toClose(await openApp({ folder }));
      await hosts(last.page).first().waitFor();
      await expect.poll(() => last.page.evaluate(() => globalThis.innerWidth)).toBe(1_180);
      expect(await checkToEnd(last.page, `${GREETER}:${greeter.port}`)).toMatch(/^Succeeded/u);
      expect(checksIn(folder)).toHaveLength(KILLS + 1);
    },
    120_000 + KILLS * 60_000,
  );

  it('twenty more starts with the same data each end at once with code 0, bring the first to the front, and touch nothing', async () => {
    const folder = await makeFolder();
    saveHistory(folder, await makePast([{ host: GREETER, port: greeter.port, agoMinutes: 5 }]));
    const first = toClose(await openApp({ folder }));
    await first.app.evaluate(({ app, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const counts = { starts: 0, focused: 0 };
      Object.assign(app, { counts });
      app.on('second-instance', () => (counts.starts += 1));
      Object.assign(window ?? {}, { focus: () => (counts.focused += 1) });
    });
    const fingerprint = (): string => {
      const history = new Database(join(folder, 'history.sqlite'), { readonly: true });
      const rows = ['hosts', 'checks', 'check_documents'].map((table) => history.prepare(`SELECT * FROM ${table}`).raw().all());
      history.close();
      return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    };
    const before = fingerprint();
    const ends = await Promise.all(Array.from({ length: 20 }, () => startAgain(folder)));
    expect(ends.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: 20 }, () => 0));
    // One by one it is less than three seconds; twenty at once share two cores with the tests.
    expect(Math.max(...ends.map(({ tookMs }) => tookMs))).toBeLessThan(60_000);
    const counts = (): Promise<unknown> => first.app.evaluate(({ app }) => (app as unknown as { readonly counts: unknown }).counts);
    await expect.poll(counts).toEqual({ starts: 20, focused: 20 });
    expect(fingerprint()).toBe(before);
    expect(first.app.windows()).toHaveLength(1);
    await expect.poll(() => omnibox(first.page).isVisible()).toBe(true);

    // The same folder by another name is the same data; another folder is not.
    const link = join(await makeFolder(), 'link');
    symlinkSync(folder, link);
    expect(await startAgain(link)).toMatchObject({ exitCode: 0 });
    await expect.poll(counts).toEqual({ starts: 21, focused: 21 });
    const other = toClose(await startPlain(await makeFolder()));
    expect(other.child.exitCode).toBeNull();
    expect(await counts()).toEqual({ starts: 21, focused: 21 });
  }, 240_000);

  it('of two that start at the same moment one stays', async () => {
    const folder = await makeFolder();
    const start = (): ReturnType<typeof execFile> => execFile(electronExecutable(), [rootFolder, `--user-data-dir=${folder}`]);
    const both = [start(), start()];
    const ended = (): (number | string | null)[] => both.map(({ exitCode, signalCode }) => exitCode ?? signalCode);
    await expect.poll(ended).toContain(0);
    const stays = both.find(({ exitCode }) => exitCode === null);
    if (stays?.pid === undefined) throw new Error('One stays.');
    await expect.poll(() => isHistoryOpen(folder)).toBe(true);
    stays.kill('SIGTERM');
    expect((await once(stays, 'exit'))[0]).toBe(0);
  });

  it('started again while the last results are still being saved, it opens once it has ended', async () => {
    const folder = await makeFolder();
    const first = await startDrivable(folder);
    await check(first.page, `smtp://${MUTE}:${mute.port}`);
    await first.page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();
    const another = new Database(join(folder, 'history.sqlite'));
    another.exec('BEGIN IMMEDIATE');
    first.child.kill('SIGTERM');
    await expect.poll(() => first.page.isClosed()).toBe(true);
    expect(isAlive(first.pid)).toBe(true);
    expect(await startAgain(folder)).toMatchObject({ exitCode: 0 });
    const ended = once(first.child, 'exit');
    another.exec('COMMIT');
    another.close();
    await ended;

    const lock = join(folder, 'SingletonLock');
    const holder = (): number => {
      try {
        return Number(readlinkSync(lock).split('-').at(-1));
      } catch {
        return 0;
      }
    };
    await expect.poll(() => ![0, first.pid].includes(holder()) && isHistoryOpen(folder), { timeout: 60_000 }).toBe(true);
    const secondPid = holder();
    process.kill(secondPid, 'SIGTERM');
    await expect.poll(() => isAlive(secondPid)).toBe(false);
    expect(checksIn(folder)).toEqual([{ outcome: 'cancelled' }]);
  });
});
