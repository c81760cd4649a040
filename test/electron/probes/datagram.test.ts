import { createSocket } from 'node:dgram';
import { expect, onTestFinished, test } from 'vitest';

import { askByDatagram } from '../../../electron/probes/datagram.ts';

const never = new AbortController().signal;
const request = { address: '127.0.0.1', family: 4, probe: null, timeoutMs: 300, source: null } as const;

async function listen(answer: (send: (bytes: Uint8Array) => void) => void): Promise<number> {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  socket.on('message', (_bytes, from) => answer((bytes) => socket.send(bytes, from.port, from.address)));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return socket.address().port;
}

test('a reply is kept as it came', async () => {
  const port = await listen((send) => send(Buffer.from('pong')));
  const answered = await askByDatagram({ ...request, port }, never);
  expect(answered).toMatchObject({ cause: null, localAddress: '127.0.0.1' });
  expect(Buffer.from(answered.reply ?? []).toString()).toBe('pong');
});

test('a port nobody listens on refuses through ICMP', async () => {
  const taken = createSocket('udp4');
  await new Promise<void>((resolve) => taken.bind(0, '127.0.0.1', resolve));
  const { port } = taken.address();
  await new Promise<void>((resolve) => taken.close(resolve));
  expect((await askByDatagram({ ...request, port }, never)).cause).toMatchObject({
    code: 'connection_refused',
    systemCode: 'ECONNREFUSED',
  });
});

test('silence is neither open nor closed, after the question was sent three times', async () => {
  let asked = 0;
  const port = await listen(() => (asked += 1));
  expect((await askByDatagram({ ...request, port }, never)).cause).toMatchObject({ code: 'udp_silence', systemCode: null });
  expect(asked).toBe(3);
});

test('a reply that is foreign to the question is waited out', async () => {
  const probe = {
    request: Buffer.from('?'),
    read: (bytes: Uint8Array) => (bytes[0] === 0x21 ? ({ kind: 'welcome', product: null } as const) : ({ kind: 'foreign' } as const)),
  };
  const port = await listen((send) => {
    send(Buffer.from('x'));
    send(Buffer.from('!'));
  });
  const answered = await askByDatagram({ ...request, port, probe }, never);
  expect(Buffer.from(answered.reply ?? []).toString()).toBe('!');
});

test('a reply in which the service says no is its rejection, with its words', async () => {
  const probe = { request: Buffer.from('?'), read: () => ({ kind: 'rejection', product: null }) as const };
  const port = await listen((send) => send(Buffer.from('DENY')));
  expect((await askByDatagram({ ...request, port, probe }, never)).cause).toMatchObject({ code: 'service_rejected', detail: 'DENY' });
});

test('cancelling ends the wait', async () => {
  const port = await listen(() => undefined);
  const controller = new AbortController();
  const pending = askByDatagram({ ...request, port, timeoutMs: 60_000 }, controller.signal);
  controller.abort();
  expect((await pending).cause?.code).toBe('cancelled');
});

test('a source address that is not this computer’s is a finding, not an exception', async () => {
  const port = await listen(() => undefined);
  const answered = await askByDatagram({ ...request, port, source: '203.0.113.9' }, never);
  expect(answered.cause).toMatchObject({ code: 'source_address_unavailable' });
});
