import { expect, test } from 'vitest';

import { dialDirectly } from '../../../electron/probes/connect.ts';
import { closedPort, listenOnLoopback } from '../../support/loopback.ts';

const never = new AbortController().signal;
const request = { address: '127.0.0.1', timeoutMs: 5_000, source: null };

test('connect hands over an open socket with the address this computer spoke from', async () => {
  const server = await listenOnLoopback(() => undefined);
  const dialled = await dialDirectly({ ...request, port: server.port }, never);
  expect(dialled).toMatchObject({ kind: 'connected', cause: null, localAddress: '127.0.0.1' });
  if (dialled.kind === 'connected') dialled.socket.destroy();
});

test('connect reports connection_refused when nothing listens', async () => {
  const dialled = await dialDirectly({ ...request, port: await closedPort() }, never);
  expect(dialled).toMatchObject({ kind: 'not_connected', cause: { code: 'connection_refused', systemCode: 'ECONNREFUSED' } });
});

test('connect speaks from the source address that was chosen', async () => {
  const server = await listenOnLoopback(() => undefined);
  const dialled = await dialDirectly({ ...request, port: server.port, source: '127.0.0.2' }, never);
  expect(dialled.localAddress).toBe('127.0.0.2');
  if (dialled.kind === 'connected') dialled.socket.destroy();
});

test('connect says that the source address is not this computer’s, and sends nothing', async () => {
  const server = await listenOnLoopback(() => undefined);
  const dialled = await dialDirectly({ ...request, port: server.port, source: '203.0.113.9' }, never);
  expect(dialled).toMatchObject({ kind: 'not_connected', cause: { code: 'source_address_unavailable', systemCode: 'EADDRNOTAVAIL' } });
  expect(server.sockets).toHaveLength(0);
});

test('connect with an aborted signal is cancelled and leaves no connection', async () => {
  const server = await listenOnLoopback(() => undefined);
  const before = openSockets();
  const dialled = await dialDirectly({ ...request, port: server.port }, AbortSignal.abort());
  expect(dialled).toMatchObject({ kind: 'not_connected', cause: { code: 'cancelled' } });
  await expect.poll(openSockets).toBeLessThanOrEqual(before);
});

test('a reset after the connection is kept in the socket and throws nowhere', async () => {
  const server = await listenOnLoopback((socket) => setTimeout(() => socket.resetAndDestroy(), 20));
  const dialled = await dialDirectly({ ...request, port: server.port }, never);
  if (dialled.kind === 'not_connected') throw new Error('expected a connection');
  dialled.socket.resume();
  await new Promise((resolve) => dialled.socket.once('close', resolve));
  expect(dialled.socket.errored).toMatchObject({ code: 'ECONNRESET' });
});

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('TCPSocket') || name === 'TCPConnectWrap').length;
}

test('a scope that is no interface here is told, and nothing is sent', async () => {
  const dialled = await dialDirectly({ ...request, address: 'fe80::1%nope', port: 9 }, never);
  expect(dialled).toMatchObject({ kind: 'not_connected', cause: { code: 'route_discards', systemCode: null } });
});
