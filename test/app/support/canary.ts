import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on loopback that nobody is to visit: it counts who does. */
export interface Canary {
  readonly url: string;
  readonly visits: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts it on a free port. */
export async function startCanary(): Promise<Canary> {
  const visits: string[] = [];
  const server: Server = createServer((request, response) => {
    visits.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('<!doctype html><title>elsewhere</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    visits: () => visits,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
