import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

import { behave, type Behaviour } from './behaviour.ts';

/** What one client did to a scripted server. */
export interface Session {
  readonly remoteAddress: string;
  /** Every byte the client sent so far, as Latin-1 text: one character a byte. */
  readonly received: string;
  /** How the client left: not yet, politely with FIN, or with RST. */
  readonly ended: 'not_yet' | 'fin' | 'reset';
}

/** A listening server that follows one behaviour and remembers every session. */
export interface ScriptedServer {
  readonly address: string;
  readonly port: number;
  /** A copy of the sessions so far, oldest first. */
  readonly sessions: () => readonly Session[];
  /** Stops listening and destroys every connection. Idempotent. */
  readonly close: () => Promise<void>;
}

/** Where a scripted server listens and what it does there. */
export interface Script {
  readonly behaviour: Behaviour;
  /** A local address; loopback by default. */
  readonly address?: string;
  /** A free port is chosen by default. */
  readonly port?: number;
  /** Called with each session once its connection is closed. */
  readonly onSession?: (session: Session) => void;
}

/** Starts a server that does exactly what its behaviour says; rejects when the address or port cannot be had. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const sessions: Session[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const place = remember({ socket, sessions });
    socket.on('close', () => {
      const session = sessions[place];
      if (session !== undefined) script.onSession?.(session);
    });
    behave(socket, script.behaviour);
  });
  server.listen({ host: script.address ?? '127.0.0.1', port: script.port ?? 0, exclusive: true });
  await once(server, 'listening');

  return {
    ...placeOf(server),
    sessions: () => sessions.slice(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

function placeOf(server: Server): { readonly address: string; readonly port: number } {
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('A TCP server has an address and a port.');
  return { address: place.address, port: place.port };
}

/** Gives the place of the session in the list. */
function remember({ socket, sessions }: { readonly socket: Socket; readonly sessions: Session[] }): number {
  const place = sessions.length;
  const note = (change: Partial<Session>): void => {
    const before = sessions[place] ?? { remoteAddress: socket.remoteAddress ?? '', received: '', ended: 'not_yet' };
    sessions[place] = { ...before, ...change };
  };
  note({});
  socket.on('data', (bytes) => {
    note({ received: (sessions[place]?.received ?? '') + bytes.toString('latin1') });
  });
  socket.on('end', () => {
    note({ ended: 'fin' });
    socket.end();
  });
  socket.on('error', () => {
    note({ ended: 'reset' });
  });
  return place;
}
