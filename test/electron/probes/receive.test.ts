import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { receive } from '../../../electron/probes/receive.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

const never = new AbortController().signal;

async function connectTo(port: number): Promise<ReturnType<typeof connect>> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

test('receive stops as soon as there is enough and keeps the bytes exact', async () => {
  const { port } = await listenOnLoopback((socket) => socket.write(Buffer.from([0xff, 0x00, 0x0a])));
  const received = await receive({ socket: await connectTo(port), limitMs: 5_000, isEnough: (bytes) => bytes.includes(0x0a) }, never);
  expect(received.stopped).toBe('enough');
  expect([...received.bytes]).toEqual([0xff, 0x00, 0x0a]);
  expect(received.firstByteMs).toBeGreaterThanOrEqual(0);
});

test('receive ends at its limit when the peer stays silent', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  const received = await receive({ socket: await connectTo(port), limitMs: 30, isEnough: () => true }, never);
  expect(received).toMatchObject({ stopped: 'limit', firstByteMs: null, truncated: false });
});

test('receive tells a close from a reset', async () => {
  const closing = await listenOnLoopback((socket) => socket.end());
  const resetting = await listenOnLoopback((socket) => setTimeout(() => socket.resetAndDestroy(), 20));
  const closed = await receive({ socket: await connectTo(closing.port), limitMs: 5_000, isEnough: () => true }, never);
  const broken = await receive({ socket: await connectTo(resetting.port), limitMs: 5_000, isEnough: () => true }, never);
  expect([closed.stopped, broken.stopped]).toEqual(['closed', 'broken']);
});

test('receive sees an end that came before it was asked', async () => {
  const { port } = await listenOnLoopback((socket) => socket.end('bye'));
  const socket = await connectTo(port);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const received = await receive({ socket, limitMs: 5_000, isEnough: () => false }, never);
  expect(received.stopped).toBe('closed');
  expect(received.bytes.toString()).toBe('bye');
});

test('receive reads no more than 64 KiB of an endless stream', async () => {
  const { port } = await listenOnLoopback((socket) => {
    const pour = (): void => {
      while (!socket.destroyed && socket.write(Buffer.alloc(16_384, 'x')));
      socket.once('drain', pour);
    };
    pour();
  });
  const received = await receive({ socket: await connectTo(port), limitMs: 5_000, isEnough: () => false }, never);
  expect(received).toMatchObject({ stopped: 'enough', truncated: true });
  expect(received.bytes).toHaveLength(65_536);
});

test('receive ends when it is cancelled and leaves the connection open', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  const socket = await connectTo(port);
  const controller = new AbortController();
  const pending = receive({ socket, limitMs: 60_000, isEnough: () => true }, controller.signal);
  controller.abort();
  expect((await pending).stopped).toBe('cancelled');
  expect(socket.destroyed).toBe(false);
});
