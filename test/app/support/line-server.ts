import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** A server of lines, as FTP and SMTP are: it greets, and answers every line by a rule. Texts are Latin-1. */
export interface LineServer {
  readonly port: number;
  /** Every byte that came, over all connections. */
  readonly received: () => string;
  /** The connections that are open now. */
  readonly sockets: () => readonly Socket[];
  readonly close: () => Promise<void>;
}

/** How it behaves. */
export interface LineRules {
  readonly address: string;
  readonly port?: number;
  readonly greeting: string;
  /** What it answers a line; null hangs up after nothing more. */
  readonly answer: (line: string, socket: Socket) => string | null;
  readonly identity?: { readonly key: string; readonly cert: string };
}

/** Starts it. */
export async function startLineServer({ address, port = 0, greeting, answer, identity }: LineRules): Promise<LineServer> {
  const sockets = new Set<Socket>();
  let received = '';
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.write(greeting, 'latin1');
    let open = '';
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      const lines = (open + bytes.toString('latin1')).split('\n');
      open = lines.pop() ?? '';
      for (const line of lines) {
        const said = answer(line.replace(/\r$/u, ''), socket);
        if (said === null) socket.end();
        else socket.write(said, 'latin1');
      }
    });
  };
  const server: Server = identity === undefined ? createServer({ allowHalfOpen: true }, serve) : createTlsServer(identity, serve);
  server.listen({ host: address, port, exclusive: true });
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('A TCP server has a port.');
  return {
    port: place.port,
    received: () => received,
    sockets: () => [...sockets],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The dialogue of an FTP server. */
export function ftpAnswer(line: string, socket: Socket): string {
  const [verb = ''] = line.toUpperCase().split(' ');
  if (verb === 'QUIT') {
    socket.end('221 Goodbye.\r\n', 'latin1');
    return '';
  }
  const answers: Readonly<Record<string, string>> = {
    SYST: '215 UNIX Type: L8\r\n',
    FEAT: '211-Features:\r\n EPRT\r\n EPSV\r\n MDTM\r\n PASV\r\n REST STREAM\r\n SIZE\r\n TVFS\r\n211 End\r\n',
    USER: '331 Please specify the password.\r\n',
    PASS: '530 Login incorrect.\r\n',
    NOOP: '200 NOOP ok.\r\n',
  };
  return answers[verb] ?? '530 Please login with USER and PASS.\r\n';
}
