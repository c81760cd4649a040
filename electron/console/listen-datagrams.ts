import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';

import { fillSessionRequest } from '../../shared/console/session-request.ts';
import { classifyConnect } from '../probes/classify.ts';
import { asFamily } from '../probes/resolve-literal.ts';
import type { Connector } from './connector.ts';
import type { Listening, ListeningHandler, ListenRequest } from './listen.ts';
import { Session } from './session.ts';

/**
 * Waits at a local UDP port for one peer, as `nc -lu`: whoever sends the first datagram is the peer from then on, and only theirs are heard.
 */
export function listenForDatagrams(request: Omit<ListenRequest, 'identity'>, handler: ListeningHandler): Listening {
  const socket = createSocket(isIPv6(request.address) ? 'udp6' : 'udp4');
  let hasPeer = false;
  socket.once('error', (error) => handler.failed(classifyConnect(error)));
  socket.once('message', (first, { address, port, family }) => {
    hasPeer = true;
    const target = { host: address.toLowerCase(), port, transport: 'udp' } as const;
    const connect = connectorTo(socket, { address, port, isIpv6: family === 'IPv6' }, first);
    handler.peer({
      address,
      port,
      open: (listener) => new Session({ request: fillSessionRequest({ ...request.session, target }), connect, listener }),
    });
  });
  socket.bind({ address: request.address, port: request.port, exclusive: true }, () => handler.listening(socket.address()));
  return {
    close: () => {
      if (!hasPeer) socket.close();
    },
  };
}

interface PeerPlace {
  readonly address: string;
  readonly port: number;
  readonly isIpv6: boolean;
}

function connectorTo(socket: Socket, { address, port, isIpv6 }: PeerPlace, first: Uint8Array): Connector {
  return () =>
    new Promise((resolve) => {
      socket.connect(port, address, () => {
        const local = socket.address();
        const way = { address, family: asFamily(isIpv6 ? 6 : 4), port, localAddress: local.address, localPort: local.port, durationMs: 0 };
        resolve({ kind: 'connected', way, carrier: { kind: 'datagrams', socket } });
        // The link listens once the session went on; then the datagram that opened it is heard like any other.
        setImmediate(() => socket.emit('message', first));
      });
    });
}
