import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { electronExecutable, rootFolder } from '../../build/runtime.mjs';
import { links } from '../../shared/ipc/links.ts';
import { addNote } from '../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../electron/store/hosts/host-tags.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { checkToEnd } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { chooseInMenu } from './support/menu.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { isHistoryOpen } from './support/plain-app.ts';
import { idOf, withStore } from './support/prepare-store.ts';
import { setSize, setTheme, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

/** Part of everything private here. */
const MARK = 'kanarie';
const HOST = '127.0.105.20';

afterAll(removeFolders);

describe('when Sonde itself fails', () => {
  let running: RunningApp;
  let folder: string;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    folder = join(await makeFolder(), `${MARK}-folder`);
    await mkdir(folder);
    const server = await startScriptedServer({ address: HOST, port: 2105, behaviour: { kind: 'greet', text: `220 ${MARK} says\r\n` } });
    saveHistory(folder, await makePast([{ host: HOST, port: 2105, agoMinutes: 5 }]));
    await server.close();
    withStore(folder, (store) => {
      const hostId = idOf(store, HOST);
      setTags(store, { hostId, tags: [`${MARK}-tag`] });
      addNote(store, { hostId, text: `${MARK} note`, writtenAtMs: Date.now(), editedAtMs: null });
    });
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
  });
  afterAll(() => running.close());
  afterEach(async () => {
    await running.page.keyboard.press('Escape');
  });

  const logFile = (): string => join(folder, 'logs', 'sonde.log');
  const log = async (): Promise<readonly Record<string, unknown>[]> =>
    (await readFile(logFile(), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const settings = (page: Page): Locator => page.getByRole('region', { name: 'When Sonde itself fails' });

  async function inBothThemes(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await writeFile(join(pictures, `${name}-${theme}.png`), await takePicture(running));
    }
  }

  it('has a log of its starts that only this user can read', async () => {
    await expect.poll(async () => (await log()).map(({ event }) => event)).toEqual(['started', 'history_opened']);
    await expect
      .poll(async () => (await log())[0])
      .toMatchObject({ level: 'info', version: await running.app.evaluate(({ app }) => app.getVersion()) });
    expect((await stat(logFile())).mode & 0o777).toBe(0o600);
  });

  it('writes down a fault of the page by its name and place, its words only where they are wanted', async () => {
    const { page } = running;
    const fail = async (): Promise<void> => {
      await page.evaluate((words) => setTimeout(() => Promise.reject(new RangeError(words)), 0), `${MARK} was here`);
    };
    await fail();
    await expect.poll(async () => (await log()).at(-1)).toMatchObject({ level: 'error', event: 'bug', where: 'page', name: 'RangeError' });
    expect(await readFile(logFile(), 'utf8')).not.toContain(MARK);
    await chooseInMenu(running, 'command-settings');
    await settings(page).getByRole('switch', { name: 'Words of errors in the log' }).click();
    await fail();
    await expect.poll(async () => (await log()).at(-1)).toMatchObject({ name: 'RangeError', message: `${MARK} was here` });
    await settings(page).getByRole('switch', { name: 'Words of errors in the log' }).click();
  });

  it('copies diagnostics exactly as they are shown, with nothing private in them', async () => {
    const { page } = running;
    await checkToEnd(page, `${HOST}:2106`);
    await chooseInMenu(running, 'command-copy_diagnostics');
    const dialog = page.getByRole('dialog', { name: 'Copy diagnostics' });
    const preview = dialog.getByRole('region', { name: 'Exactly this is copied' });
    await preview.getByText('Electron').waitFor();
    await inBothThemes('diagnostics');
    const shown = await preview.textContent();
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('The diagnostics are on the clipboard.').waitFor();
    await expect.poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown);
    expect(shown).toMatch(/^Sonde \d/u);
    expect(shown).toMatch(/^History: hosts 1, checks 2, can be written$/mu);
    expect(shown).toMatch(/^Last faults: \d$/mu);
    expect(shown).toMatch(/ page RangeError$/mu);
    const own = [MARK, HOST, folder, userInfo().username, userInfo().homedir].filter((text) => text !== '' && text !== '/');
    for (const text of own) expect(shown).not.toContain(text);
  });

  it.each([
    ['documentation', links.documentation],
    ['report_problem', links.issues],
  ])('opens the page for it from the menu, in the browser of the person: %s', async (command, address) => {
    const { app } = running;
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      shell.openExternal = async (url) => Promise.resolve(void opened.push(url));
      Object.assign(globalThis, { opened });
    });
    await chooseInMenu(running, `command-${command}`);
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([address]);
  });

  it('leaves the newest crash reports on this computer, names them by date, and sends them nowhere', async () => {
    const { page } = running;
    const crashes = join(folder, 'crashes');
    const dumps = async (): Promise<readonly string[]> =>
      (await readdir(crashes, { recursive: true })).filter((name) => name.endsWith('.dmp'));
    expect(await dumps()).toEqual([]);
    await running.app.evaluate(({ app }) => {
      const helper = app
        .getAppMetrics()
        .find(({ type, serviceName }) => type === 'Utility' && serviceName === 'network.mojom.NetworkService');
      if (helper === undefined) throw new Error('There is no network process.');
      process.kill(helper.pid, 'SIGSEGV');
    });
    await expect.poll(async () => (await dumps()).length).toBe(1);
    await expect.poll(log).toContainEqual(expect.objectContaining({ event: 'process_gone', process: 'Utility' }));

    expect(await running.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
    // Whoever writes the reports was given no address to send them to.
    expect((await handlersOfCrashes(crashes)).filter((line) => line.includes('--url'))).toEqual([]);
    expect(await handlersOfCrashes(crashes)).toHaveLength(1);

    // The page of the settings was left open before the crash: it is opened anew.
    await page.keyboard.press('Escape');
    await settings(page).waitFor({ state: 'detached' });
    await chooseInMenu(running, 'command-settings');
    await settings(page)
      .getByText(/^1\sreport, .* the newest of \d{4}-/u)
      .waitFor();
    await settings(page).locator('[data-crashes]').scrollIntoViewIfNeeded();
    await inBothThemes('settings-diagnostics');
    await running.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (path) => void Object.assign(globalThis, { shownPath: path });
    });
    const shownPath = (): Promise<string> => running.app.evaluate(() => (globalThis as unknown as { shownPath: string }).shownPath);
    await settings(page).getByRole('button', { name: 'Show in folder' }).last().click();
    await expect.poll(shownPath).toBe(join(crashes, (await dumps())[0]!));
    await settings(page).getByRole('button', { name: 'Show in folder' }).first().click();
    await expect.poll(shownPath).toBe(logFile());
  });
});

it('starts, works and ends without a log that cannot be written, and tells that once', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'logs'), 'a file in the way');
  const app = spawn(electronExecutable(), [rootFolder, `--user-data-dir=${folder}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void app.kill('SIGKILL'));
  const said = text(app.stderr);
  await expect.poll(() => isHistoryOpen(folder), { timeout: 60_000 }).toBe(true);
  const ended = once(app, 'exit');
  app.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect((await said).match(/Sonde goes on without its log, which cannot be written: EEXIST/gu)).toHaveLength(1);
});

/** The command lines of the processes that write crash reports into this folder. */
async function handlersOfCrashes(folder: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.map((line) => line.replaceAll('\0', ' ')).filter((line) => line.includes('crashpad') && line.includes(folder));
}
