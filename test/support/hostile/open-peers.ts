import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import type { HostilePeer } from './peer.ts';

/** Hostile servers that listen, each on a port of its own. */
export interface OpenPeers {
  /** In the order of the peers. */
  readonly ports: readonly number[];
  readonly close: () => Promise<void>;
}

/** Starts them on free ports of loopback. */
export async function openPeers(peers: readonly HostilePeer[]): Promise<OpenPeers> {
  const sockets = new Set<Socket>();
  const servers = peers.map(({ serve, tls }) => {
    const guarded = (socket: Socket): void => {
      socket.on('error', () => undefined);
      serve(socket);
    };
    const server =
      tls === undefined ? createServer({ allowHalfOpen: true }, guarded) : createTlsServer({ ...tls, allowHalfOpen: true }, guarded);
    server.on('tlsClientError', () => undefined);
    // The connection below, also of TLS.
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    });
    return server.listen(0, '127.0.0.1');
  });
  await Promise.all(servers.map((server) => once(server, 'listening')));
  return {
    ports: servers.map((server) => (server.address() as AddressInfo).port),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
