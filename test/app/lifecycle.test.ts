import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';

import { electronExecutable, rootFolder } from '../../build/runtime.mjs';
import { startScriptedServer } from '../support/scripted-server.ts';
import { check, hasFocus, omnibox } from './support/drive.ts';
import { chooseInMenu } from './support/menu.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize } from './support/window.ts';

function isDark({ page }: RunningApp): Promise<boolean> {
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

describe('the app from start to end', () => {
  afterAll(removeFolders);

  it('closing the window cancels what runs, hangs up, and keeps what was learned', async () => {
    const server = await startScriptedServer({ behaviour: { kind: 'mute' } });
    const running = await openApp();
    await check(running.page, `smtp://127.0.0.1:${server.port}`);
    await expect.poll(() => server.sessions().length).toBe(1);
    await running.page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();
    await running.close();

    await expect.poll(() => server.sessions()[0]?.ended).not.toBe('not_yet');
    const history = new Database(join(running.folder, 'history.sqlite'), { readonly: true });
    expect(history.prepare('SELECT outcome FROM checks').all()).toEqual([{ outcome: 'cancelled' }]);
    history.close();
    await server.close();
  });

  it('a second start with the same data ends at once and leaves the first as it is', async () => {
    const running = await openApp();
    await promisify(execFile)(electronExecutable(), [rootFolder, `--user-data-dir=${running.folder}`], { timeout: 20_000 });
    expect(running.app.windows()).toHaveLength(1);
    await expect.poll(() => omnibox(running.page).isVisible()).toBe(true);
    await running.close();
  });

  it('remembers where its window stood and which theme was chosen', async () => {
    const folder = await makeFolder();
    const first = await openApp({ folder });
    await setSize(first, 1100, 720);
    await chooseInMenu(first, 'theme-dark');
    await expect.poll(() => isDark(first)).toBe(true);
    await first.close();

    const second = await openApp({ folder });
    await expect.poll(() => second.page.evaluate(() => window.innerWidth)).toBe(1100);
    await expect.poll(() => isDark(second)).toBe(true);
    await chooseInMenu(second, 'theme-light');
    await expect.poll(() => isDark(second)).toBe(false);
    await second.close();
  });

  it('does from the menu what the keys do', async () => {
    const running = await openApp();
    await running.page.locator('main').focus();
    await chooseInMenu(running, 'command-new_check');
    await expect.poll(() => hasFocus(omnibox(running.page))).toBe(true);
    await chooseInMenu(running, 'command-filter_hosts');
    await expect.poll(() => hasFocus(running.page.getByRole('searchbox', { name: 'Filter hosts' }))).toBe(true);
    await running.close();
  });
});
