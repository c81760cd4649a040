import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server on a free port of 127.0.0.1 that ends with the test. */
export interface LoopbackServer {
  readonly port: number;
  /** Every connection accepted so far. */
  readonly sockets: readonly Socket[];
}

/** Starts a real TCP server, on a free port unless one is named, whose handler is the whole service; closed, with its connections, when the test ends. */
export async function listenOnLoopback(
  serve: (socket: Socket) => void,
  create: (serve: (socket: Socket) => void) => Server = createServer,
  port = 0,
): Promise<LoopbackServer> {
  const sockets: Socket[] = [];
  const server = create(serve);
  // The raw connection, also of a TLS or HTTP server.
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

/** A port of 127.0.0.1 on which nothing listens: one that was free a moment ago. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
