import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A mail server that goes on in TLS when it is asked to (RFC 3207). */
export interface UpgradingServer {
  readonly port: number;
  /** What came in plain text, and what came in TLS; Latin-1. */
  readonly received: () => { readonly plain: string; readonly secure: string };
  readonly close: () => Promise<void>;
}

/** Starts it with the certificate it will show. */
export async function startUpgradingServer(
  address: string,
  identity: { readonly key: string; readonly cert: string },
): Promise<UpgradingServer> {
  const sockets = new Set<Socket>();
  let [plain, secure] = ['', ''];
  const talk = (socket: Socket, take: (text: string) => void): void => {
    socket.on('error', () => undefined).on('data', (bytes) => take(bytes.toString('latin1')));
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.write('220 mail.test ESMTP\r\n');
    talk(socket, (text) => {
      plain += text;
      if (text.startsWith('EHLO')) socket.write('250-mail.test\r\n250 STARTTLS\r\n');
      if (!text.startsWith('STARTTLS')) return;
      socket.removeAllListeners('data');
      socket.write('220 go ahead\r\n');
      const upgraded = new TLSSocket(socket, { isServer: true, ...identity });
      talk(upgraded, (words) => {
        secure += words;
        upgraded.write('250 secret\r\n');
      });
    });
  });
  server.listen({ host: address, port: 0, exclusive: true });
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('A TCP server has a port.');
  return {
    port: place.port,
    received: () => ({ plain, secure }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
