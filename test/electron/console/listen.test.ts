import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';

import { listenForDatagrams } from '../../../electron/console/listen-datagrams.ts';
import { DEFAULT_LISTEN_ADDRESS, listen, type Listening, type ListeningHandler, type Peer } from '../../../electron/console/listen.ts';
import { makeSelfSigned, type ServerIdentity } from '../../../electron/console/self-signed.ts';
import type { Cause } from '../../../electron/probes/classify.ts';
import { record } from '../../support/record-session.ts';

interface Waiting {
  readonly port: number;
  readonly peers: readonly Peer[];
  readonly untilPeer: (count?: number) => Promise<Peer>;
  readonly listening: Listening;
}

function waitAt(start: (handler: ListeningHandler) => Listening): Promise<Waiting> {
  return new Promise((resolve, reject) => {
    const peers: Peer[] = [];
    const listening = start({
      listening: ({ port }) => resolve({ port, peers, listening, untilPeer }),
      peer: (peer) => peers.push(peer),
      failed: (cause) => reject(new Error(cause.code)),
    });
    onTestFinished(() => listening.close());
    const untilPeer = async (count = 1): Promise<Peer> => {
      await expect.poll(() => peers.length).toBeGreaterThanOrEqual(count);
      return peers[count - 1]!;
    };
  });
}

function waitOnLoopback(identity: ServerIdentity | null = null): Promise<Waiting> {
  return waitAt((handler) => listen({ address: DEFAULT_LISTEN_ADDRESS, port: 0, identity, session: {} }, handler));
}

test('a peer that connects is talked to by hand, and says goodbye like any other', async () => {
  const { port, untilPeer } = await waitOnLoopback();
  const client = connect(port, '127.0.0.1');
  client.write('hello');
  const peer = await untilPeer();
  const { session, until, untilReceived } = record(peer.open);
  await untilReceived('hello');
  expect(await until('connected')).toMatchObject({ address: '127.0.0.1', port: client.localPort, localPort: port });
  session.write(Buffer.from('hi yourself'));
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(answer.toString()).toBe('hi yourself');
  client.end();
  expect((await until('ended')).end).toMatchObject({ reason: { kind: 'closed', by: 'peer' }, receivedBytes: 5, sentBytes: 11 });
});

test('several peers have a session each, and closing the port leaves them open', async () => {
  const { port, untilPeer, listening } = await waitOnLoopback();
  const clients = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await untilPeer(2);
  const sessions = [record((await untilPeer(1)).open), record((await untilPeer(2)).open)];
  listening.close();
  for (const client of clients) client.write(`from ${client.localPort}`);
  for (const [index, { untilReceived }] of sessions.entries()) await untilReceived(`from ${(await untilPeer(index + 1)).port}`);
  for (const client of clients) client.destroy();
});

test('a peer cannot be called back', async () => {
  const { port, untilPeer } = await waitOnLoopback();
  connect(port, '127.0.0.1').end();
  const { session, until } = record((await untilPeer()).open);
  await until('ended');
  session.reconnect();
  expect((await until('ended', 2)).end.reason).toMatchObject({ kind: 'not_connected' });
});

test('over TLS a made certificate is good for the name and the address it was made for', async () => {
  const identity = makeSelfSigned(['localhost', '127.0.0.1', '::1'], Date.now());
  const { port, untilPeer } = await waitOnLoopback(identity);
  const client = connectTls({ port, host: '127.0.0.1', ca: identity.certificate, servername: 'localhost' });
  onTestFinished(() => void client.destroy());
  const { session, until, untilReceived } = record((await untilPeer()).open);
  await once(client, 'secureConnect');
  expect(client.authorized).toBe(true);
  expect(client.getPeerCertificate().subjectaltname).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  client.write('hello');
  await untilReceived('hello');
  session.write(Buffer.from('hi'));
  expect(String(((await once(client, 'data')) as [Buffer])[0])).toBe('hi');
  session.close();
  expect((await until('ended')).end.reason).toEqual({ kind: 'closed', by: 'you' });
});

test('a peer that speaks plain text to a TLS port ends in its handshake', async () => {
  const { port, untilPeer } = await waitOnLoopback(makeSelfSigned(['localhost'], Date.now()));
  const client = connect(port, '127.0.0.1');
  client.on('error', () => undefined);
  client.write('GET / HTTP/1.0\r\n\r\n');
  const { until } = record((await untilPeer()).open);
  expect((await until('ended')).end.reason).toMatchObject({ kind: 'not_connected', operation: 'handshake' });
});

test('a port in use is told as such', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const cause = await new Promise<Cause>((resolve) => {
    listen(
      { address: '127.0.0.1', port, identity: null, session: {} },
      { listening: () => undefined, peer: () => undefined, failed: resolve },
    );
  });
  expect(cause).toMatchObject({ code: 'source_address_in_use', systemCode: 'EADDRINUSE' });
});

test('over UDP whoever speaks first is the peer, and only they are heard', async () => {
  const { port, untilPeer } = await waitAt((handler) => listenForDatagrams({ address: '127.0.0.1', port: 0, session: {} }, handler));
  const clients = [createSocket('udp4'), createSocket('udp4')];
  onTestFinished(() => clients.forEach((client) => client.close()));
  clients[0]!.send('first', port, '127.0.0.1');
  const { session, untilReceived, received } = record((await untilPeer()).open);
  await untilReceived('first');
  clients[1]!.send('stranger', port, '127.0.0.1');
  clients[0]!.send('again', port, '127.0.0.1');
  await untilReceived('again');
  session.write(Buffer.from('answer'));
  expect(String(((await once(clients[0]!, 'message')) as [Buffer])[0])).toBe('answer');
  expect(received()).toBe('firstagain');
});

test('over UDP what came before the session began is heard first, in its order, and from the peer only', async () => {
  const { port, untilPeer } = await waitAt((handler) => listenForDatagrams({ address: '127.0.0.1', port: 0, session: {} }, handler));
  const [client, stranger] = [createSocket('udp4'), createSocket('udp4')];
  onTestFinished(() => [client, stranger].forEach((socket) => socket.close()));
  const send = (socket: typeof client, text: string): Promise<void> =>
    new Promise((resolve) => void socket.send(text, port, '127.0.0.1', () => resolve()));
  await send(client, 'a');
  const peer = await untilPeer();
  await send(stranger, 'x');
  for (const text of ['b', 'c', 'd']) await send(client, text);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { untilReceived, received } = record(peer.open);
  await send(client, 'e');
  await untilReceived('e');
  expect(received()).toBe('abcde');
});
