import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { english } from '../../shared/text/english.ts';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { checkToEnd, hosts } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

const { repair } = english;

describe('a damaged history', () => {
  let running: RunningApp;
  let server: ScriptedServer;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    server = await startScriptedServer({ address: '127.0.103.10', behaviour: { kind: 'greet', text: '220 hello\r\n' } });
    folder = await makeFolder();
    file = join(folder, 'history.sqlite');
    saveHistory(folder, await makePast([{ host: '127.0.103.10', port: server.port, agoMinutes: 5 }]));
  });
  afterEach(async () => {
    await running.close();
    await server.close();
  });
  afterAll(removeFolders);

  it('is repaired with one press, tells what became of it, and is used on without a restart', async () => {
    const damaged = (await readFile(file)).fill(0, 0, 100);
    await writeFile(file, damaged);
    running = await openApp({ folder });
    const { page } = running;
    const banner = page.getByRole('alert');
    await expect.poll(() => banner.innerText()).toContain(repair.damaged);
    await expect.poll(() => hosts(page).count()).toBe(0);

    await banner.getByRole('button', { name: repair.repair }).click();
    await page.getByText(repair.repaired).waitFor();
    await expect.poll(() => banner.innerText()).toMatch(/1\u00a0check read from the damaged file\. No check is lost\. .*quarantine/u);
    await expect.poll(() => hosts(page).count()).toBe(1);
    const [quarantined = ''] = (await readdir(join(folder, 'quarantine'))).filter((name) => name !== 'lock');
    expect((await readFile(join(folder, 'quarantine', quarantined, 'history.sqlite'))).equals(damaged)).toBe(true);

    await banner.getByRole('button', { name: repair.done }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    expect(await checkToEnd(page, `127.0.103.10:${server.port}`)).toMatch(/^Succeeded/u);
    await expect.poll(() => page.getByRole('contentinfo').innerText()).not.toContain(english.window.status.notSaving);
    expect(running.complaints).toEqual([]);
  });

  it('whose damage is met while it is used is repaired, and what is checked meanwhile is saved', async () => {
    const bytes = await readFile(file);
    // The page of the list of hosts: the file opens, the list does not.
    const page = bytes.indexOf('127.0.103.10');
    await writeFile(file, bytes.fill(0xff, Math.floor(page / 4_096) * 4_096, (Math.floor(page / 4_096) + 1) * 4_096));
    running = await openApp({ folder });
    const banner = running.page.getByRole('alert');
    await banner.getByRole('button', { name: repair.repair }).click();
    await running.page.getByText(repair.repaired).waitFor();
    expect(await checkToEnd(running.page, `127.0.103.10:${server.port}`)).toMatch(/^Succeeded/u);
    await expect.poll(() => hosts(running.page).count()).toBe(1);
  });
});
