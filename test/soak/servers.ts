import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The services that are checked, and the one that talks. */
export interface Servers {
  /** Greets at once. */
  readonly greeting: number;
  /** Takes connections and says nothing. */
  readonly silent: number;
  /** Nobody listens there. */
  readonly closed: number;
  /** Says a megabyte a second to whoever comes, at 127.0.0.1. */
  readonly talking: number;
  /** What the talking one could send so far. */
  readonly saidBytes: () => number;
  readonly close: () => void;
}

/** Where the services that are checked listen. */
export const CHECKED = '127.0.106.10';

const LINE = `${'The quick brown fox jumps over the lazy dog. '.repeat(2).slice(0, 62)}\r\n`;
const EVERY_MS = 50;
const PIECE = Buffer.from(LINE.repeat(Math.round(1_000_000 / (1_000 / EVERY_MS) / LINE.length)));

/** Starts them all; they stop together. */
export async function startServers(): Promise<Servers> {
  const sockets = new Set<Socket>();
  let saidBytes = 0;
  const listen = async (address: string, serve: (socket: Socket) => void): Promise<Server> => {
    const server = createServer({ noDelay: true }, (socket) => {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => sockets.delete(socket))
        .resume();
      serve(socket);
    }).listen(0, address);
    await once(server, 'listening');
    return server;
  };
  const talk = (socket: Socket): void => {
    // Whoever does not read makes it wait: what is not taken is not said later.
    const timer = setInterval(() => {
      if (socket.writableNeedDrain) return;
      socket.write(PIECE);
      saidBytes += PIECE.length;
    }, EVERY_MS);
    socket.on('close', () => clearInterval(timer));
  };
  const servers = [
    await listen(CHECKED, (socket) => socket.write('220 soak.example.net ready\r\n')),
    await listen(CHECKED, () => undefined),
    await listen(CHECKED, () => undefined),
    await listen('127.0.0.1', talk),
  ];
  const [greeting = 0, silent = 0, closed = 0, talking = 0] = servers.map((server) => (server.address() as AddressInfo).port);
  servers[2]?.close();
  const close = (): void => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { greeting, silent, closed, talking, saidBytes: () => saidBytes, close };
}
