import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { dialogsOf, holdDialogs, lookIntoWindow, pageProcess, pressInDialog } from './support/after-crash.ts';
import { connect, input, said, send } from './support/console-drive.ts';
import { check, checkToEnd, omnibox } from './support/drive.ts';
import { ftpAnswer, startLineServer, type LineServer } from './support/line-server.ts';
import { startInspected } from './support/inspected-app.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

const MUTE = '127.0.104.10';
const TALKER = '127.0.104.20';
const GREETER = '127.0.104.30';

const CRASHED = 'The window stopped and was opened again; nothing that was saved is lost.';
const HUNG = 'The window did not answer and was opened again; nothing that was saved is lost.';

describe('a window whose process ends, hangs, or goes to sleep', () => {
  let mute: ScriptedServer;
  let greeter: ScriptedServer;
  let talker: LineServer;
  let running: RunningApp;

  beforeAll(async () => {
    mute = await startScriptedServer({ address: MUTE, behaviour: { kind: 'mute' } });
    greeter = await startScriptedServer({ address: GREETER, behaviour: { kind: 'greet', text: '220 hello\r\n' } });
    talker = await startLineServer({ address: TALKER, greeting: '220 (vsFTPd 3.0.3)\r\n', answer: ftpAnswer });
    running = await openApp();
  });
  afterAll(async () => {
    await running.close();
    await Promise.all([mute.close(), greeter.close(), talker.close()]);
    await removeFolders();
  });

  /** Reads the history as another program would. */
  function inHistory<T>(look: (history: Database.Database) => T): T {
    const history = new Database(join(running.folder, 'history.sqlite'), { readonly: true });
    try {
      return look(history);
    } finally {
      history.close();
    }
  }

  const outcomesOf = (host: string): readonly string[] =>
    inHistory((history) =>
      history.prepare('SELECT outcome FROM checks WHERE host_id = (SELECT id FROM hosts WHERE host = ?) ORDER BY id').pluck().all(host),
    ) as string[];

  const noticeNow = (): Promise<string | null> => lookIntoWindow(running, () => document.querySelector('[data-notice]')?.textContent ?? '');

  async function endPage(how: 'crash' | 'kill'): Promise<void> {
    if (how === 'kill') process.kill(await pageProcess(running), 'SIGKILL');
    else await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  }

  /** The first that a watch of the greeter tells, begun in whatever page there is now; it is stopped again. */
  async function firstOfWatch(port: number): Promise<unknown> {
    const source = `new Promise((resolve) => {
      const target = { host: '${GREETER}', port: ${port}, transport: 'tcp' };
      const wish = { target, options: {}, intervalMs: 60000, until: 'stopped', notice: 'none' };
      const stop = window.bridge.watchEndpoint(wish, (message) => { resolve(message.value?.kind ?? message.kind); stop(); });
    })`;
    return running.app.evaluate(
      ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script) as Promise<unknown>,
      source,
    );
  }

  it('before the computer sleeps a check is ended and kept with that as its reason, a session closed, and a watch goes on after it', async () => {
    const { app, page } = running;
    await checkToEnd(page, `${GREETER}:${greeter.port}`);
    await page.locator('header').getByRole('button', { name: 'Watch', exact: true }).click();
    await expect.poll(() => outcomesOf(GREETER).length).toBeGreaterThanOrEqual(2);
    await connect(page, TALKER, talker.port, 'ftp');
    await expect.poll(() => said(page)).toContain('vsFTPd');
    await check(page, `smtp://${MUTE}:${mute.port}`);
    await page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();

    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
    await expect.poll(() => page.getByRole('heading', { name: /Waiting for it to speak/u }).isVisible()).toBe(true);

    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await page.getByRole('heading', { name: /The computer went to sleep after/u }).waitFor();
    await expect.poll(() => mute.sessions().at(-1)?.ended).not.toBe('not_yet');
    await expect.poll(() => talker.sockets().every(({ readableEnded }) => readableEnded)).toBe(true);
    const checkCount = outcomesOf(GREETER).length;
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));

    await page.locator('[data-notice]', { hasText: /went to sleep at .+ and woke up at .+watching goes on/u }).waitFor();
    await expect.poll(() => outcomesOf(GREETER).length).toBeGreaterThan(checkCount);
    expect(outcomesOf(MUTE)).toEqual(['cancelled']);
    await page.keyboard.press('Control+j');
    await page.getByRole('tab', { name: new RegExp(TALKER, 'u') }).click();
    await expect.poll(() => said(page)).toMatch(/Closed after .+: the computer went to sleep\./u);
  });

  it('a fault of the main process that nothing caught is written down, and everything works on', async () => {
    const { app, page } = running;
    let log = '';
    app.process().stderr?.on('data', (text: Buffer) => (log += text.toString()));
    await app.evaluate(() => {
      setTimeout(() => {
        throw new Error('a planted exception');
      });
      setTimeout(() => void Promise.reject(new Error('a planted rejection')));
    });
    await expect.poll(() => log).toMatch(/a planted exception[^]*a planted rejection/u);
    expect(await checkToEnd(page, `${GREETER}:${greeter.port}`)).toMatch(/^Succeeded/u);
  });

  it('when Chromium’s process for graphics is killed another takes its place, and the window goes on', async () => {
    const { app, page } = running;
    const graphics = (): Promise<number> =>
      app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0);
    const before = await graphics();
    expect(before).toBeGreaterThan(0);
    process.kill(before, 'SIGKILL');
    await expect.poll(async () => [0, before].includes(await graphics())).toBe(false);
    expect(await checkToEnd(page, `${GREETER}:${greeter.port}`)).toMatch(/^Succeeded/u);
    const drawn = await app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.isEmpty(),
    );
    expect(drawn).toBe(false);
  });

  it('while the clock jumps a day back and ten years on, every check is kept and the page says nothing absurd', async () => {
    const { app, page } = running;
    const before = outcomesOf(GREETER).length;
    for (const jumpMs of [-86_400_000, 315_619_200_000]) {
      await app.evaluate((_electron, byMs) => {
        const realNow = Date.now.bind(Date);
        Object.assign(globalThis, { putTheClockRight: () => Object.assign(Date, { now: realNow }) });
        Object.assign(Date, { now: () => realNow() + byMs });
      }, jumpMs);
      await page.evaluate((byMs) => {
        const realNow = Date.now.bind(Date);
        Object.assign(globalThis, { putTheClockRight: () => Object.assign(Date, { now: realNow }) });
        Object.assign(Date, { now: () => realNow() + byMs });
      }, jumpMs);
      expect(await checkToEnd(page, `${GREETER}:${greeter.port}`)).toMatch(/^Succeeded/u);
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).not.toMatch(/[-−]\d[\d.]*\s?(?:ms|s|min|h|days?)\b|NaN|Infinity|Invalid|undefined/u);
      await app.evaluate(() => void (globalThis as unknown as { putTheClockRight: () => unknown }).putTheClockRight());
      await page.evaluate(() => void (globalThis as unknown as { putTheClockRight: () => unknown }).putTheClockRight());
    }
    expect(await checkToEnd(page, `${GREETER}:${greeter.port}`)).toMatch(/^Succeeded/u);
    await expect.poll(() => outcomesOf(GREETER).length).toBeGreaterThanOrEqual(before + 3);
    const durations = inHistory((history) => history.prepare('SELECT duration_ms FROM checks').pluck().all()) as readonly number[];
    expect(durations.every((durationMs) => durationMs >= 0 && durationMs < 60_000)).toBe(true);
  });

  it('after a kill the window is there again with one notice, where the person was and with what they had written; all that ran has ended and is kept', async () => {
    const { page } = running;
    await expect.poll(() => page.getByRole('button', { name: /^Watching 1/u }).count()).toBe(1);
    await check(page, `smtp://${MUTE}:${mute.port}`);
    await page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();
    await connect(page, TALKER, talker.port, 'ftp');
    await expect.poll(() => said(page)).toContain('vsFTPd');
    await send(page, 'USER me');
    await expect.poll(() => input(page).getAttribute('type')).toBe('password');
    await input(page).fill('half-a-secret');
    await connect(page, TALKER, talker.port, 'ftp');
    await expect.poll(() => said(page)).toContain('vsFTPd');
    await input(page).fill('USER half-written');
    await omnibox(page).fill('half.typed.example');
    // Told a moment after it changes.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await endPage('kill');

    await expect.poll(noticeNow).toContain(CRASHED);
    await expect
      .poll(() => lookIntoWindow(running, () => document.querySelector<HTMLInputElement>('[data-omnibox]')?.value))
      .toBe('half.typed.example');
    await expect.poll(() => lookIntoWindow(running, () => document.querySelectorAll('[data-notice]').length)).toBe(1);
    await expect.poll(() => lookIntoWindow(running, () => document.querySelector('h1')?.textContent)).toBe('Console');

    await expect.poll(() => outcomesOf(MUTE)).toEqual(['cancelled', 'cancelled']);
    await expect.poll(() => mute.sessions().every(({ ended }) => ended !== 'not_yet')).toBe(true);
    await expect.poll(() => talker.sockets().every(({ readableEnded }) => readableEnded)).toBe(true);
    const transcript = inHistory((history) => history.prepare('SELECT end FROM transcripts ORDER BY id DESC').pluck().get());
    expect(JSON.parse(String(transcript))).toMatchObject({ reason: { kind: 'closed', by: 'you' } });
    // The watch has ended, too: its endpoint is free to be watched.
    expect(await firstOfWatch(greeter.port)).toBe('rate');

    // The forms of the sessions are there: connected again, each holds what was not sent, unless it was typed while it was masked.
    await lookIntoWindow(running, () => document.querySelector<HTMLButtonElement>('.acts button')?.click());
    const unsent = (): Promise<string | null> =>
      lookIntoWindow(running, () => document.querySelector<HTMLInputElement>('[data-console-input]')?.value ?? null);
    await expect.poll(unsent).toBe('USER half-written');
    await lookIntoWindow(running, () => document.querySelectorAll<HTMLElement>('[role="tab"]')[1]?.click());
    await expect.poll(unsent).toBeNull();
    await lookIntoWindow(running, () => document.querySelector<HTMLButtonElement>('.acts button')?.click());
    await expect.poll(unsent).toBe('');
  });

  it('one that crashes again and again is not opened for ever: the person is asked, and reloading brings it back', async () => {
    await holdDialogs(running);
    // Three within a minute; whatever the machine's pace, it comes to that.
    for (let crashes = 0; crashes < 8 && (await dialogsOf(running)).length === 0; crashes += 1) {
      const before = await pageProcess(running);
      await endPage('crash');
      const isSettled = async (): Promise<boolean> =>
        (await dialogsOf(running)).length > 0 ||
        ((await noticeNow())?.includes(CRASHED) === true && (await pageProcess(running)) !== before);
      await expect.poll(isSettled).toBe(true);
    }
    await expect.poll(() => dialogsOf(running)).toMatchObject([{ message: 'The window stopped again and again.' }]);
    await expect.poll(() => noticeNow()).toBeNull();
    await pressInDialog(running, 'Reload');
    await expect.poll(noticeNow).toContain(CRASHED);
  });
});

describe('a window that does not answer', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await openApp();
  });
  afterAll(async () => {
    await running.close();
    await removeFolders();
  });

  it('is asked about, and the question is withdrawn when it answers again', async () => {
    await holdDialogs(running);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
    await expect.poll(async () => dialogsOf(running)).toEqual([{ message: 'The window does not answer.', isWithdrawn: false }]);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('responsive'));
    await expect.poll(async () => dialogsOf(running)).toEqual([{ message: 'The window does not answer.', isWithdrawn: true }]);
  });

  it('in an endless loop it is told by Chromium, and reloaded when the person wants that; out of memory it comes back by itself', async () => {
    const hung = await startInspected(await makeFolder());
    try {
      const inPage = (source: string): Promise<unknown> =>
        hung.run(`electron.BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(${JSON.stringify(source)})`);
      await expect.poll(() => inPage(`document.querySelector('[data-omnibox]') !== null`).catch(String)).toBe(true);
      await hung.run(`(globalThis.asked = [], electron.dialog.showMessageBox = (_window, { message, buttons }) => {
        globalThis.asked.push(message);
        return Promise.resolve({ response: buttons.indexOf('Reload'), checkboxChecked: false });
      }, 0)`);
      // Only a page that leaves input unanswered counts as one that hangs.
      await hung.run(`(() => {
        const page = electron.BrowserWindow.getAllWindows()[0].webContents;
        page.executeJavaScript('for (;;);').catch(() => undefined);
        setTimeout(() => page.sendInputEvent({ type: 'keyDown', keyCode: 'a' }), 500);
      })()`);
      const reloaded = `electron.BrowserWindow.getAllWindows()[0].webContents`;
      const notice = (): Promise<unknown> =>
        hung.run(`globalThis.asked.length === 0 || ${reloaded}.isCrashed() || ${reloaded}.isLoading() ? '' : Promise.race([
          ${reloaded}.executeJavaScript("document.querySelector('[data-notice]')?.textContent ?? ''").catch(() => ''),
          new Promise((resolve) => setTimeout(() => resolve(''), 2_000)),
        ])`);
      await expect.poll(notice, { timeout: 90_000, interval: 500 }).toContain(HUNG);
      expect(await hung.run('globalThis.asked')).toEqual(['The window does not answer.']);

      await hung.run(
        `(${reloaded}.executeJavaScript('const kept = []; for (;;) kept.push(new Array(1e5).fill(kept.length));').catch(() => 0), 0)`,
      );
      await expect.poll(notice, { timeout: 60_000, interval: 500 }).toContain(CRASHED);
      expect(await hung.run('globalThis.asked.length')).toBe(1);
    } finally {
      await hung.close();
    }
  }, 240_000);

  it('fault upon fault ends the app as closing it does', async () => {
    const { app } = running;
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(() => {
      for (let fault = 1; fault <= 3; fault += 1) {
        setTimeout(() => {
          throw new Error(`planted fault ${fault}`);
        }, fault * 10);
      }
    });
    expect(await ended).toBe(0);
  });
});
