import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';

import { listenOnLoopback } from '../../../support/loopback.ts';
import { openForTest } from '../../store/open-for-test.ts';
import { ConsoleWindow } from './console-window.ts';

const openWindow = (): ConsoleWindow => new ConsoleWindow({ kind: 'open', store: openForTest() });

function call(port: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

test('each peer is a session of its own, read only once it is taken, and kept as one that called', async () => {
  const window = openWindow();
  const listening = window.follow('listenConsole', { port: 0 });
  const place = await listening.until(({ kind }) => kind === 'listening');
  const port = place.kind === 'listening' ? place.port : 0;
  expect(place).toMatchObject({ address: '127.0.0.1', fingerprint: null });
  const sockets = [call(port), call(port)];
  sockets.forEach((socket, index) => socket.write(`I am ${index}\n`));
  await expect.poll(() => listening.events.length).toBe(3);
  const sessions = [];
  for (const event of listening.events) if (event.kind === 'peer') sessions.push(await window.open({ kind: 'peer', peerId: event.peerId }));
  await Promise.all(sessions.map((session) => session.untilReceived('I am ')));
  expect(sessions.map((session) => session.received()).toSorted()).toEqual(['I am 0\n', 'I am 1\n']);
  await listening.stop();
  const [first] = sessions;
  if (first === undefined) throw new Error('Nobody came.');
  await window.say(first, 'hello');
  await expect
    .poll(() => sockets.map((socket) => Buffer.from((socket.read() as Buffer | null) ?? '').toString()).join(''))
    .toBe('hello\r\n');
  await Promise.all(sessions.map((session) => session.stop()));
  expect(await window.ask('listTranscripts', { limit: 10 })).toMatchObject({
    rows: [
      { host: '127.0.0.1', side: 'accepted' },
      { host: '127.0.0.1', side: 'accepted' },
    ],
  });
});

test('with TLS it shows a certificate whose fingerprint it told', async () => {
  const window = openWindow();
  const listening = window.follow('listenConsole', { port: 0, isTls: true });
  const place = await listening.until(({ kind }) => kind === 'listening');
  if (place.kind !== 'listening') throw new Error(place.kind);
  const socket = connectTls({ port: place.port, host: '127.0.0.1', rejectUnauthorized: false });
  onTestFinished(() => void socket.destroy());
  const peer = await listening.until(({ kind }) => kind === 'peer');
  const session = await window.open({ kind: 'peer', peerId: peer.kind === 'peer' ? peer.peerId : 0 });
  await session.untilHappened('connected');
  await expect.poll(() => socket.getPeerX509Certificate()?.fingerprint256).toBe(place.fingerprint);
  socket.write('in TLS');
  await session.untilReceived('in TLS');
});

test('who was not taken when listening ends, or is one too many, is hung up on; a peer is taken once', async () => {
  const window = openWindow();
  const listening = window.follow('listenConsole', { port: 0 });
  const place = await listening.until(({ kind }) => kind === 'listening');
  const port = place.kind === 'listening' ? place.port : 0;
  const sockets = Array.from({ length: 17 }, () => call(port).resume());
  await listening.until(({ kind }) => kind === 'peer_refused');
  expect(listening.events.filter(({ kind }) => kind === 'peer')).toHaveLength(16);
  const peer = listening.events.find((event) => event.kind === 'peer');
  const peerId = peer?.kind === 'peer' ? peer.peerId : 0;
  const session = await window.open({ kind: 'peer', peerId });
  const again = window.follow('openConsole', { kind: 'peer', peerId });
  await again.ended;
  expect(again.events).toEqual([{ kind: 'no_peer' }]);
  await session.untilHappened('connected');
  await listening.stop();
  await expect.poll(() => sockets.filter((socket) => socket.destroyed).length).toBe(16);
});

test('nobody else can reach it unless the person agreed, and a port that is taken is a value', async () => {
  const window = openWindow();
  const wide = window.follow('listenConsole', { port: 0, address: '0.0.0.0' });
  await wide.ended;
  expect(wide.events).toEqual([{ kind: 'not_loopback' }]);
  const agreed = window.follow('listenConsole', { port: 0, address: '0.0.0.0', isOpenToOthers: true });
  expect(await agreed.until(({ kind }) => kind === 'listening')).toMatchObject({ address: '0.0.0.0' });
  const { port } = await listenOnLoopback(() => undefined);
  const taken = window.follow('listenConsole', { port });
  await taken.ended;
  expect(taken.events).toMatchObject([{ kind: 'failed', systemCode: 'EADDRINUSE' }]);
});
