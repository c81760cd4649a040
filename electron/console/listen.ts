import { createServer, type Server, type Socket } from 'node:net';

import { fillSessionRequest, type ChosenSession } from '../../shared/console/session-request.ts';
import { classifyConnect, type Cause } from '../probes/classify.ts';
import { connectorOf } from './accept.ts';
import type { ServerIdentity } from './self-signed.ts';
import { Session, type SessionListener } from './session.ts';

/** Loopback: nobody else can reach it, unless the person chooses another address. */
export const DEFAULT_LISTEN_ADDRESS = '127.0.0.1';

/** One local TCP port to wait at. */
export interface ListenRequest {
  /** A local address; `::` and `0.0.0.0` mean every one. */
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What to show in the TLS handshake, or null for plain connections. */
  readonly identity: ServerIdentity | null;
  /** How each session behaves. */
  readonly session: Omit<ChosenSession, 'target' | 'tls'>;
}

/** Somebody connected; a session with them begins when it is opened, and until then nothing is read. */
export interface Peer {
  readonly address: string;
  readonly port: number;
  readonly open: (listener: SessionListener) => Session;
}

/** So many may wait to be talked to at one port: each holds a connection that nobody reads. */
export const WAITING_PEERS = 16;

/** Turns somebody away who cannot be talked to now. */
export function hangUp(peer: Peer): void {
  peer.open(() => undefined).close();
}

/** What a listening port tells. */
export interface ListeningHandler {
  readonly listening: (place: { readonly address: string; readonly port: number }) => void;
  readonly peer: (peer: Peer) => void;
  /** It could not be had, or was lost; nothing comes after. */
  readonly failed: (cause: Cause) => void;
}

/** A port that is waited at. */
export interface Listening {
  /** Takes no more connections; sessions go on. */
  readonly close: () => void;
}

/** Waits at a local port for connections, as `nc -l`. Never throws for a reason of the network. */
export function listen(request: ListenRequest, handler: ListeningHandler): Listening {
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => handler.peer(peerOf(socket, request)));
  server.once('error', (error) => handler.failed(classifyConnect(error)));
  server.listen({ host: request.address, port: request.port, exclusive: true }, () => handler.listening(placeOf(server)));
  return { close: () => server.close() };
}

function peerOf(socket: Socket, { identity, session }: ListenRequest): Peer {
  const address = socket.remoteAddress ?? '';
  const port = socket.remotePort ?? 0;
  // Until a session hears them, errors of the socket are kept in it.
  socket.on('error', () => undefined);
  const request = fillSessionRequest({ ...session, target: { host: address.toLowerCase(), port, transport: 'tcp' }, tls: 'off' });
  const connect = connectorOf({ socket, identity, timeoutMs: request.timeoutMs });
  return { address, port, open: (listener) => new Session({ request, connect, listener }) };
}

function placeOf(server: Server): { readonly address: string; readonly port: number } {
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('A TCP server has an address and a port.');
  return place;
}
