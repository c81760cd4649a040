import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

import { answerCall } from '../../../../electron/ipc/answer-call.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import type { StoreOpening } from '../../../../electron/store/store.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { listenOnLoopback } from '../../../support/loopback.ts';
import { openForTest } from '../../store/open-for-test.ts';
import { ConsoleWindow } from './console-window.ts';

const open = (): Extract<StoreOpening, { kind: 'open' }> => ({ kind: 'open', store: openForTest() });

/** Greets, and answers each line with it. */
function echo(socket: Socket): void {
  socket.write('220 ready\r\n');
  socket.on('data', (bytes) => socket.write(Buffer.concat([Buffer.from('you said '), bytes])));
}

/** Everything a transcript keeps, as text. */
async function keptText(window: ConsoleWindow, transcriptId: number): Promise<string> {
  const part = await window.ask('readTranscript', { transcriptId });
  if (part.kind !== 'listed') throw new Error(part.kind);
  return part.rows
    .map((line) => (line.kind === 'note' ? `- ${line.event.kind}` : `${line.kind} ${line.withheld ?? Buffer.from(line.bytes).toString()}`))
    .join('\n');
}

test('a session is shown, answered and kept with its host, from its first packet to how it ended', async () => {
  const { port } = await listenOnLoopback(echo);
  const history = open();
  const window = new ConsoleWindow(history);
  const session = await window.dial(port, { service: 'ftp' });
  await session.untilReceived('220 ready');
  expect(await window.say(session, 'HELP')).toEqual({ kind: 'sent' });
  await session.untilReceived('you said HELP');
  await session.stop();
  expect(session.events[0]).toMatchObject({ kind: 'opened', isSentKept: false });
  expect(findHost(history.store, '127.0.0.1')).toMatchObject({ value: { endpoints: [{ port }] } });
  const listed = await window.ask('listTranscripts', { limit: 10 });
  expect(listed).toMatchObject({
    kind: 'listed',
    rows: [
      { host: '127.0.0.1', target: { port }, side: 'dialled', connectionCount: 1, sentBytes: 6, receivedBytes: 26, isSentKept: false },
    ],
    next: null,
  });
  const id = listed.kind === 'listed' ? (listed.rows[0]?.id ?? 0) : 0;
  expect(await window.ask('findTranscript', { transcriptId: id })).toMatchObject({
    value: { summary: { end: { reason: { kind: 'closed', by: 'you' } } }, request: { service: 'ftp' } },
  });
  expect(await keptText(window, id)).toBe(
    '- opening\n- connected\nreceived 220 ready\r\n\nsent sent\nreceived you said HELP\r\n\n- finished\n- finished\n- ended',
  );
});

test('sent text is kept where the person says so: for the service, or for this session, which wins', async () => {
  const { port } = await listenOnLoopback(echo);
  const window = new ConsoleWindow(open());
  await window.ask('writeConsoleHabits', { service: 'ftp', isSentKept: true });
  const kept: string[] = [];
  for (const [service, isSentKept] of [
    ['ftp', null],
    ['ftp', false],
    [null, null],
    [null, true],
  ] as const) {
    const session = await window.dial(port, { service, isSentKept });
    await window.say(session, 'NOOP');
    await session.untilHappened('connected');
    await window.say(session, 'NOOP');
    await session.untilReceived('NOOP');
    await session.stop();
    const told = session.events.findLast((event) => event.kind === 'kept');
    kept.push((await keptText(window, told?.kind === 'kept' ? (told.transcriptId ?? 0) : 0)).includes('sent NOOP') ? 'kept' : 'left out');
  }
  expect(kept).toEqual(['kept', 'left out', 'left out', 'kept']);
});

test('input is to be masked from the moment the peer asks for a secret', async () => {
  const { port } = await listenOnLoopback((socket) => {
    socket.write('login: ');
    socket.once('data', () => {
      socket.write('Password: ');
      socket.once('data', () => socket.write('Welcome\r\n'));
    });
  });
  const window = new ConsoleWindow(open());
  const session = await window.dial(port);
  await session.untilReceived('login: ');
  expect(session.isMasked()).toBe(false);
  await window.say(session, 'somebody');
  await session.untilReceived('Password: ');
  expect(session.isMasked()).toBe(true);
  await window.say(session, 'the secret', true);
  await session.untilReceived('Welcome');
  expect(session.isMasked()).toBe(false);
});

test('of fifty secrets, masked, asked for or sent in the words of a protocol, none is in any file', async () => {
  const history = open();
  const { port } = await listenOnLoopback((socket) => {
    socket.write('login: ');
    socket.on('data', (bytes) => socket.write(String(bytes).startsWith('ask') ? 'Password: ' : '250 ok\r\n'));
  });
  const window = new ConsoleWindow(history);
  const secrets: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const session = await window.dial(port, { isSentKept: true });
    await session.untilReceived('login: ');
    const secret = (kind: string): string => {
      secrets.push(`canary-${kind}-${round}-hunter2`);
      return secrets.at(-1) ?? '';
    };
    await window.say(session, secret('masked'), true);
    await session.untilHappened('received', 2);
    await window.say(session, 'ask me');
    await session.untilReceived('Password: ');
    await window.say(session, secret('asked'));
    await session.untilReceived('Password: 250 ok');
    await window.say(session, `PASS ${secret('pass')}`);
    await window.say(session, `Authorization: Bearer ${secret('bearer')}`);
    await window.say(session, `a1 LOGIN somebody ${secret('imap')}`);
    await session.stop();
    expect(await keptText(window, round + 1)).toContain('sent ask me');
  }
  expect(secrets).toHaveLength(50);
  expect(await window.ask('listTypedLines', { service: null })).toMatchObject({ rows: ['ask me'] });
  const folder = dirname(history.store.path);
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
  expect(files.length).toBeGreaterThanOrEqual(2);
  expect(files.some((file) => file.includes('ask me'))).toBe(true);
  expect(secrets.filter((secret) => files.some((file) => file.includes(secret)))).toEqual([]);
});

test('connecting again goes on in the same transcript, and closing, half-closing and resetting are separate acts', async () => {
  const { port } = await listenOnLoopback(
    (socket) => {
      socket.on('end', () => socket.end('after the end'));
      socket.write('220 ready\r\n');
    },
    (serve) => createServer({ allowHalfOpen: true }, serve),
  );
  const window = new ConsoleWindow(open());
  const session = await window.dial(port);
  const act = (kind: 'half_close' | 'reset' | 'reconnect' | 'accept_tls' | 'close' | 'read_on') =>
    window.ask('actOnConsole', { sessionId: session.id, act: { kind } });
  await session.untilReceived('220');
  expect(await act('reconnect')).toEqual({ kind: 'not_now' });
  expect(await act('accept_tls')).toEqual({ kind: 'not_now' });
  expect(await act('read_on')).toEqual({ kind: 'not_now' });
  expect(await act('half_close')).toEqual({ kind: 'done' });
  await session.untilReceived('after the end');
  await session.untilHappened('ended');
  expect(await window.say(session, 'too late')).toEqual({ kind: 'not_open' });
  expect(await act('reconnect')).toEqual({ kind: 'done' });
  await session.untilHappened('received', 3);
  expect(await act('reset')).toEqual({ kind: 'done' });
  await session.untilHappened('ended', 2);
  await session.stop();
  expect(await window.ask('listTranscripts', { limit: 10 })).toMatchObject({
    rows: [{ connectionCount: 2, end: { reason: { kind: 'reset', by: 'you' } } }],
  });
  expect(await keptText(window, 1)).toMatch(/- ended\n- opening\n- connected\nreceived 220 ready/u);
});

test('a peer that is stopped has to wait until the person reads on', async () => {
  const { port, sockets } = await listenOnLoopback((socket) => socket.write('first'));
  const window = new ConsoleWindow(open());
  const session = await window.dial(port);
  await session.untilReceived('first');
  await window.ask('actOnConsole', { sessionId: session.id, act: { kind: 'stop_reading' } });
  sockets[0]?.write('second');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(session.received()).toBe('first');
  expect(await window.ask('actOnConsole', { sessionId: session.id, act: { kind: 'read_on' } })).toEqual({ kind: 'done' });
  await session.untilReceived('second');
});

test('whoever sends faster than the peer reads is told to wait, and nothing piles up', async () => {
  const { port, sockets } = await listenOnLoopback((socket) => socket.pause());
  const window = new ConsoleWindow(open());
  const session = await window.dial(port);
  await session.untilHappened('connected');
  const write = () => window.ask('writeConsole', { sessionId: session.id, bytes: Buffer.alloc(1_048_576, 'x'), isSecret: false });
  const kinds: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    kinds.push((await write()).kind);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(kinds[0]).toBe('sent');
  expect(kinds.at(-1)).toBe('full');
  sockets[0]?.resume();
  await expect.poll(async () => (await write()).kind).toBe('sent');
});

test('a session that is not live answers a value, whatever is asked of it', async () => {
  const window = new ConsoleWindow(open());
  expect(await window.ask('writeConsole', { sessionId: 99, bytes: Buffer.from('x'), isSecret: false })).toEqual({ kind: 'no_session' });
  expect(await window.ask('actOnConsole', { sessionId: 99, act: { kind: 'close' } })).toEqual({ kind: 'no_session' });
  expect(await window.ask('acknowledgeConsole', { sessionId: 99, sizeBytes: 1 })).toBe(null);
  for (const [name, request] of [
    ['runDialogue', { sessionId: 99, steps: [{ kind: 'send', text: 'x' }], encoding: 'utf-8', lineEnding: 'crlf' }],
    ['sendConsoleFile', { sessionId: 99 }],
    ['captureConsole', { sessionId: 99, isShown: true }],
  ] as const) {
    const stream = window.follow(name, request as never);
    await stream.ended;
    expect(stream.events).toEqual([{ kind: 'no_session' }]);
  }
  const peer = window.follow('openConsole', { kind: 'peer', peerId: 99 });
  await peer.ended;
  expect(peer.events).toEqual([{ kind: 'no_peer' }]);
});

test('a history that did not open costs the transcript, not the session, and the window is told', async () => {
  const { port } = await listenOnLoopback(echo);
  const problem = { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } as const;
  const window = new ConsoleWindow({ kind: 'unusable', problem });
  const session = await window.dial(port);
  await session.untilReceived('220 ready');
  expect(session.events).toContainEqual({ kind: 'kept', transcriptId: null, lineCount: 0, problem });
  await window.say(session, 'HELP');
  await session.untilReceived('you said HELP');
  await session.stop();
});

test('the computer’s sleep closes a session at once and says so; afterwards it can be connected again', async () => {
  const { port, sockets } = await listenOnLoopback(echo);
  const window = new ConsoleWindow(open());
  const session = await window.dial(port);
  await session.untilReceived('220 ready');
  window.sleep.begin();
  await session.untilHappened('ended');
  const ended = session.happened().findLast(({ kind }) => kind === 'ended');
  expect(ended).toMatchObject({ end: { reason: { kind: 'suspended' }, receivedBytes: 11 } });
  await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true);
  window.sleep.end();
  expect(await window.ask('actOnConsole', { sessionId: session.id, act: { kind: 'reconnect' } })).toEqual({ kind: 'done' });
  await session.untilHappened('connected', 2);
  await session.stop();
});

test('a session that the sleep meets while it connects ends with that as its reason', async () => {
  const window = new ConsoleWindow(open());
  const session = await window.dial(1);
  window.sleep.begin();
  await session.untilHappened('ended');
  expect(session.happened().at(-1)).toMatchObject({ kind: 'ended', end: { reason: { kind: 'suspended' }, durationMs: 0 } });
  await session.stop();
});

test('fifty sessions at once are all answered, and all are kept', async () => {
  const { port } = await listenOnLoopback(echo);
  const window = new ConsoleWindow(open());
  const sessions = await Promise.all(Array.from({ length: 50 }, () => window.dial(port)));
  await Promise.all(sessions.map((session) => session.untilReceived('220 ready')));
  await Promise.all(sessions.map((session, index) => window.say(session, `number ${index}`)));
  await Promise.all(sessions.map((session, index) => session.untilReceived(`you said number ${index}`)));
  await Promise.all(sessions.map((session) => session.stop()));
  const listed = await window.ask('listTranscripts', { limit: 200 });
  expect(listed.kind === 'listed' && listed.rows.map(({ end }) => end?.reason.kind)).toEqual(Array.from({ length: 50 }, () => 'closed'));
});

test.each([
  ['writeConsole', { sessionId: 1, bytes: Buffer.alloc(1_048_577), isSecret: false }],
  ['writeConsole', { sessionId: 1, bytes: [1, 2], isSecret: false }],
  ['writeConsole', { sessionId: 1, bytes: Buffer.alloc(0), isSecret: false }],
  ['writeConsole', { sessionId: 0, bytes: Buffer.from('x'), isSecret: false }],
  ['actOnConsole', { sessionId: 1, act: { kind: 'explode' } }],
  ['actOnConsole', { sessionId: 1, act: { kind: 'window_size', columns: 0, rows: 70_000 } }],
  ['acknowledgeConsole', { sessionId: 1, sizeBytes: -1 }],
  ['listTranscripts', { limit: 201 }],
  ['removeTranscripts', { transcriptIds: [] }],
  ['exportTranscript', { transcriptId: 1, form: 'exe' }],
  ['saveDialogue', { service: null, dialogue: { name: '', steps: [] }, replaces: false }],
] as const)('the window cannot ask %s with what it does not take (%#)', async (name, payload) => {
  expect(await answerCall({ entry: contract[name], handler: () => expect.unreachable(), payload })).toEqual({
    kind: 'faulted',
    fault: 'invalid_request',
  });
});
