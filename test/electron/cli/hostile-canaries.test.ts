import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { HIDDEN } from '../../../shared/console/redact.ts';
import { adversaryDialogues } from '../../shared/console/redact-adversary.ts';
import { CANARY, canaries, secretDialogues } from '../../shared/console/redact-corpus.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import { commandLineFile, sonde, temporaryFolder } from './sonde.ts';

/** Not a secret: it has to be found, or nothing would be kept at all. */
const MARKER = 'EHLO kept-marker.example';

/** Every third of them: the redactor's own tests know them all, and the app's another fourth. */
const dialogues = [...secretDialogues, ...adversaryDialogues].filter((_, place) => place % 3 === 1).map((dialogue) => dialogue.split('\n'));

/** Plays every dialogue in one session: the lines with ">" are typed, those with "<" are said by the service. */
async function talkInSecrets(folder: string): Promise<void> {
  let received = '';
  const { port, sockets } = await listenOnLoopback((socket) => socket.on('data', (bytes) => (received += bytes.toString('latin1'))));
  const words = ['console', '127.0.0.1', String(port), '--crlf', '--keep-sent', '--transcript', join(folder, 'talk.jsonl')];
  const child = spawn(process.execPath, [commandLineFile, ...words, '--data', join(folder, 'data')], {
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  child.stdout.on('data', (bytes: Buffer) => (shown += bytes.toString('latin1')));
  await expect.poll(() => sockets.length).toBe(1);
  for (const line of dialogues.flatMap((lines) => [...lines, `> ${MARKER}`, '< 250 ok'])) {
    const text = line.slice(2);
    if (line.startsWith('> ')) {
      const before = received.length;
      child.stdin.write(`${text}\n`);
      await expect.poll(() => received.length, { interval: 2 }).toBe(before + Buffer.byteLength(text) + 2);
    } else {
      const before = shown.length;
      sockets[0]?.write(text.endsWith(' ') ? text : `${text}\r\n`);
      await expect.poll(() => shown.length, { interval: 2 }).toBeGreaterThan(before);
    }
  }
  child.stdin.end();
  sockets[0]?.end();
  await once(child, 'close');
}

/** Checks what people paste: each with a secret in it, at a web server that says back where it was asked to go. */
async function checkInSecrets(folder: string): Promise<void> {
  const { port } = await listenOnLoopback(
    () => undefined,
    () => createServer(({ url }, response) => response.writeHead(302, { Location: `https://joe:${CANARY}@x.example${url}` }).end()),
  );
  const at = `127.0.0.1:${port}`;
  const urls = [
    ...[`http://joe:${CANARY}@${at}/`, `http://${at}/login?user=joe&password=${CANARY}`, `http://${at}/?api_key=${CANARY}`],
    ...[`http://${at}/file?sv=1&sig=${CANARY}`, `http://${at}/cb?code=${CANARY}`, `http://${at}/?X-Amz-Signature=${CANARY}`],
    ...[`redis://:${CANARY}@${at}`, `postgres://joe:${CANARY}@${at}/shop?password=${CANARY}`, `ftp://joe:${CANARY}@${at}/`],
  ];
  const commands = [
    `curl -u joe:${CANARY} http://${at}/`,
    `curl --proxy-user joe:${CANARY} -H "Cookie: sid=${CANARY}" http://${at}/`,
    `curl -H "Authorization: Bearer ${CANARY}" -d "password=${CANARY}" http://${at}/?token=${CANARY}`,
    `wget --password=${CANARY} http://${at}/`,
    `ssh joe:${CANARY}@127.0.0.1`,
  ];
  for (const words of [urls, ...commands.map((command) => [command])]) {
    const { exitCode } = await sonde(['check', ...words, '--timeout', '0.5', '--data', join(folder, 'data')]);
    // What cannot be read is refused and kept nowhere.
    expect([0, 1, 2]).toContain(exitCode);
  }
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('of eighty secrets, typed and pasted, none is in any file: history, transcripts, exports, backups', async () => {
  const folder = temporaryFolder();
  const data = ['--data', join(folder, 'data')];
  await talkInSecrets(folder);
  await checkInSecrets(folder);
  for (const name of ['all.jsonl', 'all.html']) {
    expect(await sonde(['export', '--output', join(folder, name), ...data])).toMatchObject({ exitCode: 0 });
  }
  expect(await sonde(['backup', join(folder, 'backup.sqlite'), ...data])).toMatchObject({ exitCode: 0 });

  const files = filesIn(folder).map((path) => ({ path, bytes: readFileSync(path) }));
  expect(files.length).toBeGreaterThanOrEqual(5);
  expect(files.filter(({ bytes }) => bytes.includes(MARKER)).length).toBeGreaterThanOrEqual(1);
  const leaks = files.flatMap(({ path, bytes }) =>
    [...canaries, CANARY.toUpperCase()].flatMap((canary) => {
      const place = bytes.indexOf(canary);
      return place < 0 ? [] : [`${path}: ${bytes.subarray(Math.max(0, place - 80), place + 20).toString('latin1')}`];
    }),
  );
  expect(leaks).toEqual([]);
  expect(files.some(({ path, bytes }) => path.endsWith('history.sqlite') && bytes.includes(HIDDEN))).toBe(true);
}, 120_000);
