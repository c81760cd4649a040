import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { sendFile } from '../../../electron/console/send-file.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import { makePipe } from '../../support/make-pipe.ts';
import { recordSession } from '../../support/record-session.ts';

async function fileOf(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sonde-file-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'firmware.bin'), bytes);
  return join(folder, 'firmware.bin');
}

const never = new AbortController().signal;

test('a file goes out byte for byte at the pace of the peer, and is told with its name and size only', async () => {
  const bytes = randomBytes(3_000_000);
  const hash = createHash('sha256');
  let heardBytes = 0;
  const { port } = await listenOnLoopback((socket) => {
    socket.on('data', (chunk) => {
      heardBytes += chunk.length;
      hash.update(chunk);
      socket.pause();
      setImmediate(() => socket.resume());
    });
  });
  const { session, until, kinds } = recordSession(port);
  await until('connected');
  const progress: number[] = [];
  const path = await fileOf(bytes);
  expect(await sendFile({ session, path, onProgress: ({ sentBytes }) => progress.push(sentBytes) }, never)).toBe('sent');
  expect(await until('file')).toMatchObject({ name: 'firmware.bin', sentBytes: 3_000_000, sizeBytes: 3_000_000, result: 'sent' });
  await expect.poll(() => heardBytes).toBe(3_000_000);
  expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(progress.length).toBeGreaterThan(100);
  expect(kinds()).not.toContain('sent');
});

test('it stops when asked, although the peer takes nothing', async () => {
  const { port } = await listenOnLoopback((socket) => socket.pause());
  const { session, until } = recordSession(port);
  await until('connected');
  const stop = new AbortController();
  const path = await fileOf(Buffer.alloc(30_000_000));
  const sending = sendFile({ session, path, onProgress: () => undefined }, stop.signal);
  await new Promise((resolve) => setTimeout(resolve, 200));
  stop.abort();
  expect(await sending).toBe('stopped');
  expect((await until('file')).sentBytes).toBeLessThan(30_000_000);
});

test('it ends with the session', async () => {
  const { port } = await listenOnLoopback((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const { session, until } = recordSession(port);
  await until('connected');
  expect(await sendFile({ session, path: await fileOf(Buffer.alloc(30_000_000)), onProgress: () => undefined }, never)).toBe(
    'session_ended',
  );
});

test('a file that cannot be read is told as such', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  const { session, until } = recordSession(port);
  await until('connected');
  expect(await sendFile({ session, path: '/no/such/file', onProgress: () => undefined }, never)).toBe('unreadable');
  expect(await until('file')).toMatchObject({ name: 'file', result: 'unreadable', sentBytes: 0 });
});

test.skipIf(process.platform === 'win32')('what is no file is not waited for, and is told as such', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  const { session, until } = recordSession(port);
  await until('connected');
  const folder = await mkdtemp(join(tmpdir(), 'sonde-file-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await makePipe(join(folder, 'pipe'));
  for (const path of [join(folder, 'pipe'), '/dev/zero', folder])
    expect(await sendFile({ session, path, onProgress: () => undefined }, never), path).toBe('no_file');
  expect(await until('file')).toMatchObject({ name: 'pipe', result: 'no_file', sentBytes: 0 });
});
