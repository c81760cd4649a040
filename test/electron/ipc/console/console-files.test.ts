import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import type { FileDialogs } from '../../../../electron/ipc/files.ts';
import { listenOnLoopback } from '../../../support/loopback.ts';
import { makePipe } from '../../../support/make-pipe.ts';
import { openForTest, temporaryFolder } from '../../store/open-for-test.ts';
import { ConsoleWindow } from './console-window.ts';

function choosing(path: string | null): FileDialogs {
  return { askWhatToOpen: () => Promise.resolve(path), askWhereToSave: () => Promise.resolve(path) };
}

const windowWith = (dialogs: FileDialogs): ConsoleWindow => new ConsoleWindow({ kind: 'open', store: openForTest() }, dialogs);

test('a chosen file is sent as it is, with its progress; its bytes are in no event and no transcript', async () => {
  const path = join(temporaryFolder(), 'sent.bin');
  const bytes = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, index) => index % 251));
  writeFileSync(path, bytes);
  const got: Buffer[] = [];
  const { port } = await listenOnLoopback((socket) => socket.on('data', (chunk) => got.push(chunk)));
  const window = windowWith(choosing(path));
  const session = await window.dial(port);
  await session.untilHappened('connected');
  const sending = window.follow('sendConsoleFile', { sessionId: session.id });
  await sending.ended;
  expect(sending.events[0]).toEqual({ kind: 'choosing' });
  expect(sending.events.at(-1)).toEqual({ kind: 'ended', result: 'sent' });
  await expect.poll(() => Buffer.concat(got).equals(bytes)).toBe(true);
  expect(session.happened().map(({ kind }) => kind)).not.toContain('sent');
  await session.stop();
  expect(await window.ask('listTranscripts', { limit: 1 })).toMatchObject({ rows: [{ sentBytes: 300_000 }] });
});

test('sending is stopped by the person, and nothing happens where no file is chosen or it cannot be read', async () => {
  const path = join(temporaryFolder(), 'large.bin');
  writeFileSync(path, Buffer.alloc(50_000_000));
  const { port } = await listenOnLoopback((socket) => socket.pause());
  const window = windowWith(choosing(path));
  const session = await window.dial(port);
  await session.untilHappened('connected');
  const sending = window.follow('sendConsoleFile', { sessionId: session.id });
  await sending.until(({ kind }) => kind === 'progress');
  await sending.stop();
  expect(sending.events.at(-1)).toEqual({ kind: 'ended', result: 'stopped' });
  for (const [dialogs, end] of [
    [choosing(null), { kind: 'dismissed' }],
    [choosing('/nowhere/at/all'), { kind: 'ended', result: 'unreadable' }],
  ] as const) {
    const other = windowWith(dialogs);
    const another = await other.dial(port);
    await another.untilHappened('connected');
    const stream = other.follow('sendConsoleFile', { sessionId: another.id });
    await stream.ended;
    expect(stream.events.at(-1)).toEqual(end);
  }
});

/** The file is there a moment before what comes goes into it. */
async function untilCaptured(path: string): Promise<void> {
  await expect.poll(() => statSync(path, { throwIfNoEntry: false })?.isFile()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

test('what is received goes to a file instead of the window, exact, until it is stopped', async () => {
  const path = join(temporaryFolder(), 'captured.bin');
  const { port, sockets } = await listenOnLoopback((socket) => socket.write('before\n'));
  const window = windowWith(choosing(path));
  const session = await window.dial(port);
  await session.untilReceived('before');
  const capturing = window.follow('captureConsole', { sessionId: session.id, isShown: false });
  await capturing.until(({ kind }) => kind === 'choosing');
  await untilCaptured(path);
  const flood = Buffer.alloc(3_000_000, Uint8Array.of(0, 255, 10));
  sockets[0]?.write(flood);
  await capturing.until((event) => event.kind === 'progress');
  await expect.poll(() => statSync(path).size).toBe(flood.length);
  const second = window.follow('captureConsole', { sessionId: session.id, isShown: false });
  await second.ended;
  expect(second.events).toEqual([{ kind: 'busy' }]);
  await capturing.stop();
  expect(capturing.events.at(-1)).toEqual({ kind: 'ended', path, writtenBytes: flood.length, droppedBytes: 0 });
  expect(readFileSync(path).equals(flood)).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  sockets[0]?.write('after\n');
  await session.untilReceived('after');
  expect(session.received()).toBe('before\nafter\n');
  expect(session.happened()).toContainEqual(expect.objectContaining({ kind: 'captured', name: 'captured.bin', sizeBytes: flood.length }));
});

/** A session in which `before` was said, and whose data goes into a file and the window from now on. */
async function captureShown() {
  const path = join(temporaryFolder(), 'captured.bin');
  const { port, sockets } = await listenOnLoopback((socket) => socket.write('before\n'));
  const window = windowWith(choosing(path));
  const session = await window.dial(port);
  await session.untilReceived('before');
  const capturing = window.follow('captureConsole', { sessionId: session.id, isShown: true });
  await untilCaptured(path);
  return { path, sockets, window, session, capturing };
}

test('shown as well, it is in the window and in the file; and the end of the session ends the file', async () => {
  const { path, sockets, session, capturing } = await captureShown();
  sockets[0]?.write('both\n');
  await session.untilReceived('both');
  await session.stop();
  await capturing.ended;
  expect(readFileSync(path, 'utf8')).toBe('both\n');
  expect(session.happened().map(({ kind }) => kind)).not.toContain('captured');
});

test('of a flood that is shown as well, of which the transcript leaves most out, every byte is in the window and in the file', async () => {
  const { path, sockets, window, session, capturing } = await captureShown();
  const flood = Buffer.from(Uint8Array.from({ length: 8_000_000 }, (_, index) => index % 251));
  sockets[0]?.write(flood);
  await expect.poll(() => statSync(path).size).toBe(flood.length);
  await session.stop();
  await capturing.ended;
  expect(readFileSync(path).equals(flood)).toBe(true);
  expect(Buffer.from(session.received(), 'latin1').subarray('before\n'.length).equals(flood)).toBe(true);
  expect(await window.ask('listTranscripts', { limit: 1 })).toMatchObject({ rows: [{ receivedBytes: flood.length + 'before\n'.length }] });
});

test('a file that cannot be written is told, and the session goes on', async () => {
  const { port } = await listenOnLoopback((socket) => socket.on('data', (bytes) => socket.write(bytes)));
  const window = windowWith(choosing('/nowhere/at/all'));
  const session = await window.dial(port);
  await session.untilHappened('connected');
  const capturing = window.follow('captureConsole', { sessionId: session.id, isShown: false });
  await capturing.ended;
  expect(capturing.events.at(-1)).toMatchObject({ kind: 'file_not_written', problem: { path: '/nowhere/at/all' } });
  await window.say(session, 'still here');
  await session.untilReceived('still here');
});

test('a kept session is written out as text, as JSON lines, and as the exact bytes of each direction', async () => {
  const path = join(temporaryFolder(), 'out');
  const { port } = await listenOnLoopback(
    (socket) => socket.end(Buffer.from([0x1b, 0x5b, 0x32, 0x4a, 0xff, 0x0a])),
    (serve) => createServer({ allowHalfOpen: true }, serve),
  );
  const window = windowWith(choosing(path));
  const session = await window.dial(port, { isSentKept: true, answersFin: false });
  await session.untilHappened('finished');
  await window.say(session, 'HELP');
  await session.stop();
  const written = async (form: 'text' | 'json_lines' | 'received_bytes' | 'sent_bytes'): Promise<Buffer> => {
    expect(await window.ask('exportTranscript', { transcriptId: 1, form })).toMatchObject({ kind: 'written', path });
    return readFileSync(path);
  };
  expect(String(await written('text'))).toMatch(/< ␛\[2J\\xff\n.* > HELP\n/su);
  const lines = String(await written('json_lines'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'received', hex: '1b5b324aff0a' }));
  expect([...(await written('received_bytes'))]).toEqual([0x1b, 0x5b, 0x32, 0x4a, 0xff, 0x0a]);
  expect(String(await written('sent_bytes'))).toBe('HELP\r\n');
  expect(await window.ask('exportTranscript', { transcriptId: 9, form: 'text' })).toEqual({ kind: 'gone' });
});

test.skipIf(process.platform === 'win32')('a pipe nobody reads is not waited for, and what is received goes on to the window', async () => {
  const path = join(temporaryFolder(), 'pipe');
  await makePipe(path);
  const { port, sockets } = await listenOnLoopback((socket) => socket.write('before\n'));
  const window = windowWith(choosing(path));
  const session = await window.dial(port);
  await session.untilReceived('before');
  const capturing = window.follow('captureConsole', { sessionId: session.id, isShown: false });
  await capturing.ended;
  expect(capturing.events.at(-1)).toMatchObject({ kind: 'file_not_written', problem: { path } });
  sockets[0]?.write('after\n');
  await session.untilReceived('after');
});
