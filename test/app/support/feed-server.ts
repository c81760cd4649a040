import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { Identity } from '../../support/certificates.ts';

/** What the server does with a request. */
export type FeedBehaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A release feed on loopback, over real TLS. */
export interface FeedServer {
  readonly address: string;
  /** Of Chromium: trusts this one key, as an office's own authority would be trusted. */
  readonly trustSwitch: string;
  readonly requests: () => readonly { readonly line: string; readonly headers: IncomingHttpHeaders }[];
  /** Connections, also those on which nothing was asked. */
  readonly connectionCount: () => number;
  /** From the next request on. */
  readonly behave: (behaviour: FeedBehaviour) => void;
  readonly close: () => Promise<void>;
}

/** Starts it at 127.0.105.1, on a free port. */
export async function startFeedServer({ keyPath, chainPath }: Identity): Promise<FeedServer> {
  const cert = await readFile(chainPath);
  const requests: { line: string; headers: IncomingHttpHeaders }[] = [];
  let connectionCount = 0;
  let behaviour: FeedBehaviour = (_request, response) => response.writeHead(404).end();
  const server = createServer({ key: await readFile(keyPath), cert }, (request, response) => {
    requests.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers });
    behaviour(request, response);
  });
  server.on('connection', () => (connectionCount += 1));
  server.listen(0, '127.0.105.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const key = new X509Certificate(cert).publicKey.export({ format: 'der', type: 'spki' });
  return {
    address: `https://127.0.105.1:${port}/newest.json`,
    trustSwitch: `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    requests: () => requests,
    connectionCount: () => connectionCount,
    behave: (next) => (behaviour = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
