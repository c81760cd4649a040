import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { checkToEnd, hosts, rows } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

describe('a history that cannot be used', () => {
  let running: RunningApp;
  let server: ScriptedServer;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 hello\r\n' } });
    folder = await makeFolder();
    file = join(folder, 'history.sqlite');
    saveHistory(folder, await makePast([{ host: '127.0.0.1', port: server.port, agoMinutes: 5 }]));
  });
  afterEach(async () => {
    await running.close();
    await server.close();
  });
  afterAll(removeFolders);

  it('leaves a newer history untouched, says so, and still checks', async () => {
    const newer = new Database(file);
    newer.pragma('user_version = 9999');
    newer.close();
    const before = await readFile(file);

    running = await openApp({ folder });
    const { page } = running;
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/cannot be used\..*newer Sonde.*Checks still work/u);
    expect(await checkToEnd(page, `127.0.0.1:${server.port}`)).toMatch(/^Succeeded/u);
    await expect.poll(() => page.getByRole('contentinfo').innerText()).toContain('Checks are not being saved');
    await expect.poll(() => hosts(page).count()).toBe(0);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('shows a history that may only be read, and says that nothing new is saved', async () => {
    await chmod(file, 0o400);
    running = await openApp({ folder });
    const { page } = running;
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('History is not being saved.');
    await expect.poll(() => hosts(page).count()).toBe(1);
    expect(await checkToEnd(page, `127.0.0.1:${server.port}`)).toMatch(/^Succeeded/u);
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => page.getByRole('contentinfo').innerText()).toContain('Checks are not being saved');
  });

  it('says that a file which is no history is none, and leaves it as it is', async () => {
    const elsewhere = await makeFolder();
    const notes = 'these are somebody’s notes, not a database at all\n'.repeat(100);
    await writeFile(join(elsewhere, 'history.sqlite'), notes);
    running = await openApp({ folder: elsewhere });
    await expect.poll(() => running.page.getByRole('alert').innerText()).toContain('not a history of Sonde');
    expect(await readFile(join(elsewhere, 'history.sqlite'), 'utf8')).toBe(notes);
  });

  it('offers to repair one that something else was written over, and leaves it as it is until then', async () => {
    const notes = 'these are somebody’s notes, where a history was\n'.repeat(100);
    await writeFile(file, notes);
    running = await openApp({ folder });
    const alert = running.page.getByRole('alert');
    await expect.poll(() => alert.innerText()).toContain('The history is damaged');
    await expect.poll(() => alert.getByRole('button', { name: 'Repair' }).isVisible()).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(notes);
  });
});
