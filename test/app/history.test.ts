import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { pinnedNode, rootFolder } from '../../build/runtime.mjs';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { checkToEnd, hosts, outcome, rows } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

const run = promisify(execFile);

/** The command line beside the window, as a person uses it. */
function sonde(...args: readonly string[]): Promise<unknown> {
  return run(pinnedNode, [join(rootFolder, 'out', 'main', 'cli.cjs'), ...args]);
}

describe('the history in the window', () => {
  let running: RunningApp;
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 hello\r\n' } });
  });
  afterEach(async () => {
    await running.close();
    await server.close();
  });
  afterAll(removeFolders);

  it('shows a check of the command line while the window is open', async () => {
    running = await openApp();
    await sonde('check', `127.0.0.1:${server.port}`, '--data', running.folder);
    await expect.poll(() => hosts(running.page).count()).toBe(1);
    await expect.poll(() => running.page.getByRole('contentinfo').innerText()).toContain('1 check saved');
  });

  it('turns to the newer check of the open endpoint, but only when the newest was shown', async () => {
    running = await openApp();
    const { page } = running;
    await checkToEnd(page, `127.0.0.1:${server.port}`);
    await sonde('check', `127.0.0.1:${server.port}`, '--data', running.folder);
    await expect.poll(() => rows(page).count()).toBe(2);
    await expect.poll(() => rows(page).first().getAttribute('aria-selected')).toBe('true');

    await rows(page).last().click();
    await expect.poll(() => rows(page).last().getAttribute('aria-selected')).toBe('true');
    await sonde('check', `127.0.0.1:${server.port}`, '--data', running.folder);
    await expect.poll(() => rows(page).count()).toBe(3);
    await expect.poll(() => rows(page).last().getAttribute('aria-selected')).toBe('true');
  });

  it('opens the host checked last, with its newest check', async () => {
    const folder = await makeFolder();
    const past = await makePast([
      { host: '127.0.0.1', port: server.port, agoMinutes: 3 },
      { host: '127.0.0.2', port: server.port, agoMinutes: 60 },
    ]);
    saveHistory(folder, past);
    running = await openApp({ folder });
    await running.page.locator('h1', { hasText: '127.0.0.1' }).waitFor();
    await expect.poll(() => outcome(running.page)).toMatch(/^Succeeded/u);
  });

  it('marks the check whose outcome differs from the one before', async () => {
    running = await openApp();
    const { page } = running;
    await checkToEnd(page, `127.0.0.1:${server.port}`);
    await server.close();
    await page.keyboard.press('r');
    await expect.poll(() => rows(page).count()).toBe(2);
    await expect.poll(() => rows(page).first().innerText()).toMatch(/Refused\s+changed/u);
    await expect.poll(() => rows(page).last().innerText()).not.toContain('changed');
  });

  it('finds hosts by part of their name, and offers all again when none matches', async () => {
    const folder = await makeFolder();
    const made = ['127.0.0.1', '127.0.0.2', 'localhost'].map((host) => ({ host, port: server.port, agoMinutes: 3 }));
    saveHistory(folder, await makePast(made));
    running = await openApp({ folder });
    const { page } = running;
    await expect.poll(() => hosts(page).count()).toBe(3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('local');
    await expect.poll(() => hosts(page).count()).toBe(1);
    await page.keyboard.type('zzz');
    await expect.poll(() => hosts(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(() => hosts(page).count()).toBe(3);
  });
});
