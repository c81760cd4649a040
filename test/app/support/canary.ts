import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that nobody is to visit, by web, WebSocket, or a datagram: it counts who does. */
export interface Canary {
  readonly url: string;
  /** The same place for what is no web address: 127.0.101.2:40321. */
  readonly endpoint: string;
  /** Every connection, even one that says nothing, every request on it, and every datagram. */
  readonly visits: () => readonly string[];
  readonly close: () => Promise<void>;
}

const ADDRESS = '127.0.101.2';

/** Starts it on a free port, the same for TCP and UDP. */
export async function startCanary(): Promise<Canary> {
  const visits: string[] = [];
  const server: Server = createServer((request, response) => {
    visits.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('<!doctype html><title>elsewhere</title>');
  });
  server.on('connection', () => visits.push('connection'));
  server.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  server.listen(0, ADDRESS);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4', () => visits.push('datagram'));
  datagrams.bind(port, ADDRESS);
  await once(datagrams, 'listening');
  return {
    url: `http://${ADDRESS}:${port}/`,
    endpoint: `${ADDRESS}:${port}`,
    visits: () => visits,
    close: async () => {
      datagrams.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
