import { once } from 'node:events';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { connect, input, said, send, transcript } from './support/console-drive.ts';
import { ftpAnswer, startLineServer, type LineServer } from './support/line-server.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

const flooding = '127.0.92.60';
const quiet = '127.0.92.70';

const MEBIBYTE = 1_048_576;

describe('the console in a flood', () => {
  let running: RunningApp;
  let flood: ScriptedServer;
  let server: LineServer;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    flood = await startScriptedServer({ address: flooding, behaviour: { kind: 'endless', line: `${'x'.repeat(62)}\r\n`.repeat(64) } });
    server = await startLineServer({ address: quiet, greeting: '220 ready\r\n', answer: ftpAnswer });
  });
  afterEach(async () => {
    const { complaints } = running;
    await running.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([flood.close(), server.close()]);
    await removeFolders();
  });

  async function start(): Promise<Page> {
    running = await openApp();
    await setSize(running, 1440, 900);
    return running.page;
  }

  /** Answers the system's dialogs for files with a path. */
  async function answerDialogs(path: string): Promise<void> {
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
  }

  it('shows the newest, says what is gone, takes keys meanwhile, and stops when told to', { timeout: 120_000 }, async () => {
    const page = await start();
    await connect(page, flooding, flood.port);
    await expect.poll(() => page.locator('[data-dropped]').count(), { timeout: 60_000 }).toBe(1);
    await input(page).fill('still here');
    await expect.poll(() => input(page).inputValue()).toBe('still here');
    await input(page).press('Enter');
    await expect.poll(() => page.locator('.counters').innerText()).toMatch(/Sent\s+1.line/u);
    // Whatever came, the page holds a screen of rows.
    await expect.poll(() => transcript(page).getByRole('option').count()).toBeLessThan(120);
    await writeFile(join(pictures, 'console-flood-light.png'), await takePicture(running));
    await page.keyboard.press('Control+w');
    await expect.poll(() => page.locator('[data-state="ended"]').count()).toBe(1);
    await expect.poll(() => said(page)).toContain('You closed');
  });

  it('stays where somebody reads, and goes back to the newest when asked', { timeout: 120_000 }, async () => {
    const page = await start();
    await connect(page, quiet, server.port);
    for (let time = 0; time < 8; time += 1) await send(page, 'FEAT');
    await expect.poll(() => page.locator('.counters').innerText()).toMatch(/Received\s+73.lines/u);
    await transcript(page).hover();
    await page.mouse.wheel(0, -4_000);
    await page.getByRole('button', { name: 'To the newest' }).waitFor();
    await expect.poll(() => said(page)).toContain('220 ready');
    await send(page, 'SYST');
    await expect.poll(() => page.locator('.counters').innerText()).toMatch(/Received\s+74.lines/u);
    await expect.poll(() => said(page)).toContain('220 ready');
    await page.getByRole('button', { name: 'To the newest' }).click();
    await expect.poll(() => said(page)).toContain('215 UNIX Type: L8');
  });

  it('goes to a file instead, and nothing of it is shown', { timeout: 120_000 }, async () => {
    const page = await start();
    const path = join(await makeFolder(), 'flood.bin');
    await answerDialogs(path);
    const late = await startScriptedServer({
      address: flooding,
      behaviour: { kind: 'leave', text: 'x'.repeat(4 * MEBIBYTE), afterMs: 4_000, by: 'fin' },
    });
    await connect(page, flooding, late.port);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Write what comes to a file, without showing it…' }).click();
    await page.getByText('Writing what comes to a file').waitFor();
    await expect.poll(() => page.locator('[data-state="ended"]').count()).toBe(1);
    expect(await said(page)).not.toContain('xxxx');
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    if ((await stop.count()) > 0) await stop.click();
    await expect.poll(async () => (await stat(path)).size).toBe(4 * MEBIBYTE);
    await expect.poll(() => said(page)).toContain('went into flood.bin instead of here');
    await late.close();
  });

  it('sends a file, tells how far it is, and stops', { timeout: 120_000 }, async () => {
    const page = await start();
    const path = join(await makeFolder(), 'upload.bin');
    await writeFile(path, Buffer.alloc(64 * MEBIBYTE, 'u'));
    await answerDialogs(path);
    const sink = await startSink();
    await connect(page, quiet, sink.port);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Send a file…' }).click();
    await page.getByText(/Sending a file: .* of 67.MB/u).waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect.poll(() => said(page)).toContain('Sending upload.bin was stopped after');
    await writeFile(path, 'small\n');
    sink.read();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Send a file…' }).click();
    await expect.poll(() => said(page)).toContain('Sent upload.bin, 6 B.'.replace('6 B', '6\u00a0B'));
    await sink.close();
  });

  it('exports a kept session as text and as the exact bytes', { timeout: 60_000 }, async () => {
    const page = await start();
    await connect(page, quiet, server.port);
    await expect.poll(() => said(page)).toContain('220 ready');
    await page.keyboard.press('Control+w');
    await expect.poll(() => said(page)).toContain('You closed');
    await page.keyboard.press('Control+w');
    await page.keyboard.press('Control+Shift+j');
    await page.locator('[data-transcript]').first().click();
    await expect.poll(() => said(page)).toContain('220 ready');
    const folder = await makeFolder();
    for (const [form, name, content] of [
      ['The bytes received, exact', 'received.bin', /^220 ready\r\n$/u],
      ['As text', 'session.txt', /220 ready/u],
      ['As JSON lines', 'session.jsonl', /^\{.*220 ready/su],
    ] as const) {
      await answerDialogs(join(folder, name));
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: form }).click();
      await page.getByText(`Written to ${join(folder, name)}.`).waitFor();
      expect(await readFile(join(folder, name), 'utf8')).toMatch(content);
    }
  });

  /** Reads nothing until it is told to. */
  async function startSink(): Promise<{ readonly port: number; readonly read: () => void; readonly close: () => Promise<void> }> {
    const sink: Server = createServer((socket) => void socket.on('error', () => undefined).pause());
    const sockets: Parameters<Parameters<typeof createServer>[1] & object>[0][] = [];
    sink.on('connection', (socket) => sockets.push(socket));
    sink.listen(0, quiet);
    await once(sink, 'listening');
    const place = sink.address();
    if (place === null || typeof place === 'string') throw new Error('A TCP server has a port.');
    return {
      port: place.port,
      read: () => sockets.forEach((socket) => socket.resume()),
      close: async () => {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => sink.close(resolve));
      },
    };
  }
});
