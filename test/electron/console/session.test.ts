import { createSocket } from 'node:dgram';
import { getEventListeners, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { closedPort, listenOnLoopback } from '../../support/loopback.ts';
import { recordSession } from '../../support/record-session.ts';

const text = (words: string): Uint8Array => Buffer.from(words, 'latin1');

/** A server that keeps its side open when the client finishes. */
const halfOpen = (serve: (socket: Socket) => void): ReturnType<typeof createServer> => createServer({ allowHalfOpen: true }, serve);

test('a dialogue is told in its order, and its end with who closed, how many bytes and how long', async () => {
  const { port } = await listenOnLoopback((socket) => {
    socket.write('220 (vsFTPd 2.0.5)\r\n');
    socket.on('data', () => socket.end('221 Goodbye.\r\n'));
  });
  const { session, until, untilReceived, kinds } = recordSession(port);
  await untilReceived('220 (vsFTPd 2.0.5)\r\n');
  expect(session.phase).toBe('open');
  expect(session.write(text('QUIT\r\n'))).toBe('sent');
  const { end } = await until('ended');
  expect(end).toMatchObject({ reason: { kind: 'closed', by: 'peer' }, receivedBytes: 34, sentBytes: 6 });
  expect(end.durationMs).toBeGreaterThan(0);
  expect(kinds()).toEqual(['opening', 'connected', 'received', 'sent', 'received', 'finished', 'finished', 'ended']);
});

test('a service that turns us away at once is a connection that the peer closed', async () => {
  const { port } = await listenOnLoopback((socket) => socket.end('421 Service not available.\r\n'));
  const { until, received } = recordSession(port);
  expect((await until('ended')).end).toMatchObject({ reason: { kind: 'closed', by: 'peer' }, receivedBytes: 28, sentBytes: 0 });
  expect(received()).toBe('421 Service not available.\r\n');
});

test('a half-close sends FIN and keeps reading', async () => {
  const { port } = await listenOnLoopback((socket) => {
    const heard: string[] = [];
    socket.on('data', (bytes) => heard.push(bytes.toString()));
    socket.on('end', () => socket.end(`heard ${heard.join('')}`));
  }, halfOpen);
  const { session, until, received } = recordSession(port);
  await until('connected');
  session.write(text('all'));
  session.finish();
  expect(session.write(text('more'))).toBe('finished');
  expect((await until('ended')).end.reason).toEqual({ kind: 'closed', by: 'you' });
  expect(received()).toBe('heard all');
});

test('what is written once it was closed was not sent, and is not told as if it had been', async () => {
  const { port } = await listenOnLoopback((socket) => socket.resume(), halfOpen);
  const { session, until, kinds } = recordSession(port);
  await until('connected');
  session.close();
  expect(session.write(text('late'))).toBe('not_open');
  expect((await until('ended')).end).toMatchObject({ sentBytes: 0 });
  expect(kinds()).not.toContain('sent');
});

test('after our FIN no Telnet answer is told, because none can be said', async () => {
  const { port } = await listenOnLoopback((socket) => {
    socket.on('end', () => socket.end(Buffer.from('fffd18', 'hex'))).resume();
  }, halfOpen);
  const { session, until, events } = recordSession(port, { telnet: 'refuse' });
  await until('connected');
  session.finish();
  expect((await until('ended')).end).toMatchObject({ receivedBytes: 3, sentBytes: 0 });
  expect(events.flatMap((event) => (event.kind === 'telnet' ? [event.side] : []))).toEqual(['peer']);
});

test('where the FIN of the peer is not answered, the session can still send', async () => {
  const heard: string[] = [];
  const { port } = await listenOnLoopback((socket) => {
    socket.end('last words');
    socket.on('data', (bytes) => heard.push(bytes.toString()));
  }, halfOpen);
  const { session, until } = recordSession(port, { answersFin: false });
  expect(await until('finished')).toMatchObject({ side: 'peer' });
  expect(session.write(text('mine'))).toBe('sent');
  session.finish();
  expect((await until('ended')).end.reason).toEqual({ kind: 'closed', by: 'peer' });
  await expect.poll(() => heard).toEqual(['mine']);
});

test('closing says who closed, and sends FIN, not RST, although words of the peer were not read', async () => {
  const { port, sockets } = await listenOnLoopback((socket) => socket.write('x'.repeat(200_000)));
  const { session, until } = recordSession(port);
  session.pause();
  await until('connected');
  const ended = once(sockets[0]!, 'close');
  session.close();
  expect((await until('ended')).end.reason).toEqual({ kind: 'closed', by: 'you' });
  expect(await ended).toEqual([false]);
});

test('a peer that never answers our FIN does not keep a closed session open', async () => {
  const { port } = await listenOnLoopback(() => undefined, halfOpen);
  const { session, until } = recordSession(port);
  await until('connected');
  session.close();
  expect((await until('ended')).end).toMatchObject({ reason: { kind: 'closed', by: 'you' } });
});

test('a reset is an RST on the wire', async () => {
  const errors: unknown[] = [];
  const { port } = await listenOnLoopback((socket) => socket.on('error', (error) => errors.push(error)));
  const { session, until } = recordSession(port);
  await until('connected');
  session.reset();
  expect((await until('ended')).end.reason).toEqual({ kind: 'reset', by: 'you' });
  await expect.poll(() => errors).toMatchObject([{ code: 'ECONNRESET' }]);
});

test('an RST of the peer is told as one', async () => {
  const { port } = await listenOnLoopback((socket) => socket.resetAndDestroy());
  const { until } = recordSession(port);
  expect((await until('ended')).end).toMatchObject({ reason: { kind: 'reset', by: 'peer' }, receivedBytes: 0 });
});

test('a session that cannot connect says why', async () => {
  const { until, kinds } = recordSession(await closedPort());
  expect((await until('ended')).end).toMatchObject({
    reason: { kind: 'not_connected', operation: 'connect', cause: { code: 'connection_refused', systemCode: 'ECONNREFUSED' } },
    durationMs: 0,
  });
  expect(kinds()).toEqual(['opening', 'ended']);
});

test('a name that does not exist ends it in its lookup', async () => {
  const { until } = recordSession(80, { target: { host: 'no-such-host.invalid', port: 80, transport: 'tcp' }, timeoutMs: 2_000 });
  expect((await until('ended')).end.reason).toMatchObject({ kind: 'not_connected', operation: 'resolve' });
});

test('closing gives up connecting', async () => {
  // Of a full backlog nothing comes back (Linux drops the SYN).
  const { session, until } = recordSession(80, {
    target: { host: '192.0.2.1', port: 80, transport: 'tcp' },
    source: '127.0.0.1',
    timeoutMs: 20_000,
  });
  session.close();
  expect((await until('ended')).end.reason).toMatchObject({ kind: 'not_connected', cause: { code: 'cancelled' } });
});

test('a reconnect uses the same settings and goes on in the same events', async () => {
  let count = 0;
  const { port } = await listenOnLoopback((socket) => socket.end(`hello ${(count += 1)}`));
  const { session, until, received, events } = recordSession(port);
  expect(session.reconnect()).toBe(false);
  await until('ended');
  expect(session.reconnect()).toBe(true);
  await until('ended', 2);
  expect(received()).toBe('hello 1hello 2');
  expect(events.filter(({ kind }) => kind === 'opening')).toMatchObject([{ connection: 1 }, { connection: 2 }]);
});

test('each address of a name is tried until one answers', async () => {
  const { port } = await listenOnLoopback((socket) => socket.end());
  // localhost is ::1 and 127.0.0.1 where the hosts file says so, and only the second listens; elsewhere there is nothing to fall back from.
  const { until, events } = recordSession(port, { target: { host: 'localhost', port, transport: 'tcp' } });
  expect(await until('connected')).toMatchObject({ address: '127.0.0.1' });
  for (const event of events) if (event.kind === 'address_failed') expect(event).toMatchObject({ address: '::1' });
});

test('an idle session ends at its limit, and words on either side put it off', async () => {
  const { port } = await listenOnLoopback((socket) => socket.write('hello'));
  const { session, until } = recordSession(port, { idleLimitMs: 400 });
  await until('received');
  await new Promise((resolve) => setTimeout(resolve, 250));
  session.write(text('still here'));
  const { end } = await until('ended');
  expect(end.reason).toEqual({ kind: 'idle', limitMs: 400 });
  expect(end.durationMs).toBeGreaterThan(600);
});

test('a paused session makes the peer wait and loses nothing', async () => {
  const all = 30_000_000;
  let written = 0;
  const { port } = await listenOnLoopback((socket) => {
    const chunk = Buffer.alloc(100_000, 'x');
    const fill = (): void => {
      while (written < all) {
        written += chunk.length;
        if (!socket.write(chunk)) return;
      }
      socket.end();
    };
    socket.on('drain', fill);
    fill();
  });
  const { session, until } = recordSession(port);
  session.pause();
  await until('connected');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(written).toBeLessThan(all);
  session.resume();
  expect((await until('ended')).end.receivedBytes).toBe(all);
});

test('a write that the peer does not take says so, and the session tells when there is room', async () => {
  const { port, sockets } = await listenOnLoopback((socket) => socket.pause());
  const { session, until } = recordSession(port);
  await until('connected');
  let result = session.write(Buffer.alloc(1_000_000));
  for (let count = 0; result === 'sent' && count < 100; count += 1) result = session.write(Buffer.alloc(1_000_000));
  expect(result).toBe('full');
  sockets[0]!.resume();
  const { signal } = new AbortController();
  await session.drained(signal);
  expect(session.write(text('x'))).toBe('sent');
  // A long upload waits a hundred thousand times.
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('Telnet negotiation is answered and told beside the data, and escaped bytes come through', async () => {
  const heard: Buffer[] = [];
  const { port } = await listenOnLoopback((socket) => {
    socket.on('data', (bytes) => heard.push(bytes));
    socket.write(Buffer.from('fffd18fffb01', 'hex'));
    socket.write(Buffer.from('login: \xff\xff', 'latin1'));
  });
  const { session, untilReceived, events, received } = recordSession(port, { telnet: 'refuse' });
  await untilReceived('login: \xff');
  session.write(text('\xff\r'));
  await expect.poll(() => Buffer.concat(heard).toString('hex')).toBe('fffc18fffe01ffff0d');
  expect(received()).toBe('login: \xff');
  expect(events.filter(({ kind }) => kind === 'telnet')).toMatchObject([
    { side: 'peer', signal: { word: 'do', option: 24 } },
    { side: 'you', signal: { word: 'wont', option: 24 } },
    { side: 'peer', signal: { word: 'will', option: 1 } },
    { side: 'you', signal: { word: 'dont', option: 1 } },
  ]);
});

test('what is typed masked is told as secret', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  const { session, until } = recordSession(port);
  await until('connected');
  session.write(text('hunter2\r\n'), 'secret');
  expect(await until('sent')).toMatchObject({ isSecret: true });
});

test('over UDP every datagram is one event, both ways', async () => {
  const server = createSocket('udp4');
  onTestFinished(() => void server.close());
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  server.on('message', (bytes, { address, port }) => {
    server.send('one', port, address);
    server.send(`two ${bytes.length}`, port, address);
  });
  const { port } = server.address();
  const { session, until, events } = recordSession(port, { target: { host: '127.0.0.1', port, transport: 'udp' } });
  await until('connected');
  expect(session.write(Buffer.alloc(70_000))).toBe('too_long');
  session.write(text('hello'));
  await until('received', 2);
  expect(events.flatMap((event) => (event.kind === 'received' ? [Buffer.from(event.bytes).toString()] : []))).toEqual(['one', 'two 5']);
  session.close();
  expect((await until('ended')).end).toMatchObject({ reason: { kind: 'closed', by: 'you' }, receivedBytes: 8, sentBytes: 5 });
});

test('over UDP an ICMP refusal ends the session with its reason', async () => {
  const port = await closedPort();
  const { session, until } = recordSession(port, { target: { host: '127.0.0.1', port, transport: 'udp' } });
  await until('connected');
  session.write(text('hello'));
  expect((await until('ended')).end.reason).toMatchObject({ kind: 'failed', cause: { code: 'connection_refused' } });
});
