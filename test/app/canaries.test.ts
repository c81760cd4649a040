import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isSecretPrompt } from '../../shared/console/secret-prompt.ts';
import { adversaryDialogues } from '../shared/console/redact-adversary.ts';
import { CANARY, canaries, secretDialogues } from '../shared/console/redact-corpus.ts';
import { connect, input, said, send } from './support/console-drive.ts';
import { check } from './support/drive.ts';
import { ftpAnswer, startLineServer, type LineServer } from './support/line-server.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

/** Loopback addresses of this file alone. */
const talk = '127.0.102.10';
const ftp = '127.0.102.20';
const web = '127.0.102.30';

/** Not a secret: it has to be found, or nothing would be kept at all. */
const MARKER = 'EHLO kept-marker.example';

/** Every fourth of the ways to type a secret, each a dialogue; what a service says by itself is in the redactor's own tests. */
const dialogues = [...secretDialogues, ...adversaryDialogues]
  .map((dialogue) => dialogue.split('\n'))
  .filter((lines) => lines.some((line) => line.startsWith('> ') && canaries.some((canary) => line.includes(canary))))
  .filter((_, place) => place % 4 === 0);

/** Bytes no file may hold: each form of the secret, also as Chromium keeps text. */
const forbidden = [...canaries, CANARY.toUpperCase()].flatMap((canary) => [Buffer.from(canary), Buffer.from(canary, 'utf16le')]);

let running: RunningApp;
let exportFolder: string;
let typedCount = 0;

beforeAll(async () => {
  exportFolder = await makeFolder();
  running = await openApp();
  // The harder way: all that is sent is kept.
  for (const service of [null, 'ftp']) {
    await running.page.evaluate((id) => window.bridge.writeConsoleHabits({ service: id, isSentKept: true }), service);
  }
});
afterAll(removeFolders);

describe('secrets a person types', () => {
  it('in a console, in forty ways and more, reach the service', async () => {
    const { page } = running;
    const server = await startLineServer({
      address: talk,
      greeting: '220 ready\r\n',
      answer: (line) => (line === MARKER ? '250 ok\r\n' : ''),
    });
    await connect(page, talk, server.port);
    await expect.poll(() => said(page)).toContain('220 ready');
    for (const lines of dialogues) {
      for (const line of lines) {
        if (line.startsWith('< ')) await prompt(page, server, line.slice(2));
        else await type(page, server, line.slice(2));
      }
      typedCount += 1;
      await type(page, server, MARKER);
    }
    await closeSession(page);
    await server.close();
  }, 240_000);

  it('in the blanks of a snippet, and in a list of steps, which is not kept', async () => {
    const { page } = running;
    const server = await startLineServer({ address: ftp, greeting: '220 (vsFTPd 3.0.3)\r\n', answer: ftpAnswer });
    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await page.keyboard.press('Control+;');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^PASS/u }).click();
    await dialog.getByLabel('Password').fill(CANARY);
    await page.keyboard.press('Enter');
    await expect.poll(() => server.received()).toContain(`PASS ${CANARY}\r\n`);
    await page.getByRole('button', { name: 'Lists' }).click();
    await page.getByLabel('Steps').fill(`wait for 220\nsend USER joe\nsend PASS ${CANARY}`);
    await page.getByLabel('Name', { exact: true }).fill('Logs in');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page
      .getByText(/password|credential|secret/iu)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    typedCount += 2;
    await closeSession(page);
    await server.close();
  });

  it('in what is checked: URLs, and commands with a user and a password', async () => {
    const { page } = running;
    const server = await startEcho();
    const at = `${web}:${(server.address() as AddressInfo).port}`;
    const typed = [
      `http://joe:${CANARY}@${at}/`,
      `http://${at}/login?user=joe&password=${CANARY}`,
      `http://${at}/file?sig=${CANARY}&se=2026`,
      `curl -u joe:${CANARY} http://${at}/`,
      `curl -H "Authorization: Bearer ${CANARY}" http://${at}/`,
      `curl -d "password=${CANARY}" http://${at}/`,
      `curl http://${at}/?api_key=${CANARY}`,
    ];
    for (const target of typed) {
      await check(page, target);
      await page.getByRole('button', { name: 'Check again' }).waitFor();
      await page.getByRole('region', { name: 'Outcome' }).getByRole('heading').waitFor();
      typedCount += 1;
    }
    server.closeAllConnections();
    server.close();
  });

  it('are in no file: history, backups, exports, transcripts, preferences, logs, and all that Chromium writes', async () => {
    expect(typedCount).toBeGreaterThanOrEqual(50);
    await exportEverything(running);
    const elsewhere = await running.app.evaluate(({ app }) => [app.getPath('logs'), app.getPath('crashDumps'), app.getPath('sessionData')]);
    await running.close();
    const paths = (await Promise.all([...new Set([running.folder, exportFolder, ...elsewhere])].map(filesIn))).flat();
    const files = await Promise.all([...new Set(paths)].map(async (path) => ({ path, bytes: await readFile(path) })));
    expect(files.length).toBeGreaterThan(15);
    const holding = (needle: Buffer): readonly string[] => files.filter(({ bytes }) => bytes.includes(needle)).map(({ path }) => path);
    for (const name of ['1-text', '1-json_lines', '1-sent_bytes']) expect(holding(Buffer.from(MARKER))).toContain(join(exportFolder, name));
    const leaks = files.flatMap(({ path, bytes }) =>
      forbidden.flatMap((needle) => {
        const place = bytes.indexOf(needle);
        return place < 0 ? [] : [`${path}: ${bytes.subarray(Math.max(0, place - 80), place + 20).toString('latin1')}`];
      }),
    );
    expect(leaks).toEqual([]);
  }, 120_000);
});

/** Says something as the service, and waits until it was seen. */
async function prompt(page: Page, server: LineServer, text: string): Promise<void> {
  const words = text.endsWith(' ') ? text : `${text}\r\n`;
  for (const socket of server.sockets()) socket.write(words, 'latin1');
  if (isSecretPrompt(words)) await expect.poll(() => input(page).getAttribute('type')).toBe('password');
  else await page.waitForTimeout(100);
}

/** Types a line, and waits until it has arrived. */
async function type(page: Page, server: LineServer, line: string): Promise<void> {
  const before = server.received().length;
  await send(page, line);
  await expect.poll(() => server.received().length).toBeGreaterThan(before + line.length);
}

async function closeSession(page: Page): Promise<void> {
  await page.keyboard.press('Control+w');
  await page.getByRole('button', { name: 'Reconnect' }).waitFor();
}

/** A web server that says back where it was asked to go, as pages that want a login do. */
async function startEcho(): Promise<Server> {
  const server = createServer((request, response) => {
    response.writeHead(302, { Location: `https://joe:${CANARY}@elsewhere.example${request.url ?? ''}` }).end();
  });
  server.listen(0, web);
  await once(server, 'listening');
  return server;
}

/** Writes everything that can be written, in every form. */
async function exportEverything({ app, page }: RunningApp): Promise<void> {
  const answerWith = async (name: string): Promise<void> => {
    await app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath });
      },
      join(exportFolder, name),
    );
  };
  for (const transcriptId of [1, 2]) {
    for (const form of ['text', 'json_lines', 'received_bytes', 'sent_bytes'] as const) {
      await answerWith(`${transcriptId}-${form}`);
      const answer = await page.evaluate((wish) => window.bridge.exportTranscript(wish), { transcriptId, form });
      expect(answer).toMatchObject({ value: { kind: 'written' } });
    }
  }
  const checks = { hostId: null, filter: {} };
  const writings = [
    ...(['csv', 'json_lines'] as const).map((format) => ({ call: 'exportChecks', request: { format, checks } }) as const),
    ...(['markdown', 'html'] as const).map(
      (format) => ({ call: 'writeReport', request: { format, about: { kind: 'checks', checks } } }) as const,
    ),
    { call: 'backUpHistory', request: { to: 'chosen_file' } } as const,
    { call: 'backUpHistory', request: { to: 'own_folder' } } as const,
  ];
  for (const [place, { call, request }] of writings.entries()) {
    await answerWith(`${place}-${call}`);
    const kinds = await page.evaluate(
      ({ name, wish }) =>
        new Promise<readonly string[]>((resolve) => {
          const told: string[] = [];
          const open = window.bridge[name as 'exportChecks'] as unknown as (
            wish: unknown,
            hear: (message: { readonly kind: string; readonly value?: { readonly kind: string } }) => void,
          ) => unknown;
          open(wish, (message) => {
            if (message.value !== undefined) told.push(message.value.kind);
            if (message.kind !== 'event') resolve(told);
          });
        }),
      { name: call, wish: request },
    );
    expect(kinds.at(-1)).toMatch(/^(?:written|backed_up)$/u);
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
