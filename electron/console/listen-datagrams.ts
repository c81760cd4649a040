import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';

import { fillSessionRequest } from '../../shared/console/session-request.ts';
import { classifyConnect } from '../probes/classify.ts';
import { asFamily } from '../probes/resolve-literal.ts';
import type { Connector } from './connector.ts';
import type { Listening, ListeningHandler, ListenRequest, Peer } from './listen.ts';
import { Session } from './session.ts';

/**
 * Waits at a local UDP port for one peer, as `nc -lu`: whoever sends the first datagram is the peer from then on, and only theirs are heard.
 */
export function listenForDatagrams(request: Omit<ListenRequest, 'identity'>, handler: ListeningHandler): Listening {
  const socket = createSocket(isIPv6(request.address) ? 'udp6' : 'udp4');
  let peer: RemoteInfo | null = null;
  const early: Uint8Array[] = [];
  socket.once('error', (error) => handler.failed(classifyConnect(error)));
  const take = (bytes: Uint8Array, from: RemoteInfo): void => {
    const isFirst = peer === null;
    peer ??= from;
    if (from.port === peer.port && from.address === peer.address && early.length < EARLY_LIMIT) early.push(bytes);
    if (isFirst) handler.peer(peerOf({ socket, request, early, stopTaking: () => socket.off('message', take) }, from));
  };
  socket.on('message', take);
  socket.bind({ address: request.address, port: request.port, exclusive: true }, () => handler.listening(socket.address()));
  return {
    close: () => {
      if (peer === null) socket.close();
    },
  };
}

/** How many datagrams wait for the session to begin: at most 4 MB, where the system itself would hold some 200 KB. */
const EARLY_LIMIT = 64;

interface Waiting {
  readonly socket: Socket;
  readonly request: Omit<ListenRequest, 'identity'>;
  /** What came from the peer before its session began. */
  readonly early: Uint8Array[];
  readonly stopTaking: () => void;
}

function peerOf({ socket, request, early, stopTaking }: Waiting, { address, port, family }: RemoteInfo): Peer {
  const target = { host: address.toLowerCase(), port, transport: 'udp' } as const;
  const connect: Connector = () =>
    new Promise((resolve) => {
      socket.connect(port, address, () => {
        const local = socket.address();
        const way = { address, family: asFamily(family === 'IPv6' ? 6 : 4), port, localAddress: local.address, localPort: local.port };
        const carrier = { kind: 'datagrams', socket, early: () => early.splice(0) } as const;
        // The link hears what comes next: nothing can come before the promise is looked at.
        stopTaking();
        resolve({ kind: 'connected', way: { ...way, durationMs: 0 }, carrier });
      });
    });
  const session = fillSessionRequest({ ...request.session, target });
  return { address, port, open: (listener) => new Session({ request: session, connect, listener }) };
}
