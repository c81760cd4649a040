import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { check, checkToEnd, hosts, omnibox, outcome, rows } from './support/drive.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

describe('a check in the window', () => {
  let running: RunningApp;
  let server: ScriptedServer | undefined;

  beforeEach(async () => {
    running = await openApp();
  });
  afterEach(async () => {
    await running.close();
    await server?.close();
  });
  afterAll(removeFolders);

  it('says what a server greeted with, saves it, and lists its host', async () => {
    server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 (vsFTPd 3.0.3)\r\n' } });
    const { page } = running;
    expect(await checkToEnd(page, `127.0.0.1:${server.port}`)).toMatch(/^Succeeded\. .*greeted: “220 \(vsFTPd 3\.0\.3\)”/u);

    await expect.poll(() => hosts(page).count()).toBe(1);
    await expect.poll(() => hosts(page).first().innerText()).toContain('127.0.0.1');
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => page.getByRole('contentinfo').innerText()).toContain('1 check saved');
    expect(running.complaints).toEqual([]);
  });

  it('says that nothing listens on a closed port, with the system’s own code', async () => {
    server = await startScriptedServer({ behaviour: { kind: 'mute' } });
    const { port } = server;
    await server.close();
    expect(await checkToEnd(running.page, `127.0.0.1:${port}`)).toMatch(/^Refused\. /u);
    await expect.poll(() => running.page.getByRole('region', { name: 'Outcome' }).innerText()).toContain('ECONNREFUSED');
  });

  it('shows the stages while they happen, and keeps what it learned when it is cancelled', async () => {
    server = await startScriptedServer({ behaviour: { kind: 'mute' } });
    const { page } = running;
    await check(page, `ftp://127.0.0.1:${server.port}/`);
    await page.getByRole('heading', { name: /Waiting for it to speak/u }).waitFor();
    const stages = page.getByRole('region', { name: 'Stages' });
    await expect.poll(() => stages.innerText()).toMatch(/Greeting\s+Running/u);

    await page.keyboard.press('Escape');
    await expect.poll(() => outcome(page)).toMatch(/^Not run to the end\. /u);
    await expect.poll(() => stages.innerText()).toContain('127.0.0.1');
    await expect.poll(() => rows(page).first().innerText()).toContain('Cancelled');
    await expect.poll(() => server?.sessions()[0]?.ended).not.toBe('not_yet');
  });

  it('says that a service which speaks first stayed silent', async () => {
    server = await startScriptedServer({ behaviour: { kind: 'mute' } });
    await check(running.page, `smtp://127.0.0.1:${server.port}`);
    await expect.poll(() => outcome(running.page)).toMatch(/^No answer\. /u);
  });

  it('checks again with one key, and shows the new check in its place', async () => {
    server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 hello\r\n' } });
    const { page } = running;
    await checkToEnd(page, `127.0.0.1:${server.port}`);
    await page.keyboard.press('r');
    await expect.poll(() => rows(page).count()).toBe(2);
    await expect.poll(() => rows(page).first().getAttribute('aria-selected')).toBe('true');
  });

  it('says in one sentence what is wrong with what was typed, and sends nothing', async () => {
    const { page } = running;
    await check(page, '127.0.0.1:70000');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/65\s?535/u);
    await expect.poll(() => omnibox(page).getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => hosts(page).count()).toBe(0);
  });

  it('reads a pasted command and says how', async () => {
    const { page } = running;
    await omnibox(page).fill('nc -vz 127.0.0.1 80');
    await expect.poll(() => page.locator('#omnibox-reading').innerText()).toBe('read as a TCP check of 127.0.0.1, port 80');
  });
});
