import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

import { cancelledCause, classifyHandshake, limitReached, type Cause } from '../probes/classify.ts';
import { asFamily } from '../probes/resolve-literal.ts';
import { startStopwatch } from '../probes/stopwatch.ts';
import { waitFor } from '../probes/wait-for.ts';
import type { Connected, Connector, Way } from './connector.ts';
import type { ServerIdentity } from './self-signed.ts';

/** A connection somebody made to us. */
export interface AcceptedSocket {
  readonly socket: Socket;
  /** What to show in the TLS handshake, or null for a plain connection. */
  readonly identity: ServerIdentity | null;
  readonly timeoutMs: number;
}

/** Makes a session of an accepted connection. There is no second one: a reconnect is told so. */
export function connectorOf({ socket, identity, timeoutMs }: AcceptedSocket): Connector {
  const elapsedMs = startStopwatch();
  // Between accepting and the session's first event a reset would throw.
  socket.on('error', () => undefined);
  let isUsed = false;
  return async (_, signal): Promise<Connected> => {
    if (isUsed) return { kind: 'not_connected', operation: 'connect', cause: peerMustCall };
    isUsed = true;
    if (identity === null) return { kind: 'connected', way: wayOf(socket, elapsedMs()), carrier: { kind: 'stream', socket, secure: null } };
    const secure = new TLSSocket(socket, {
      isServer: true,
      secureContext: createSecureContext({ key: identity.key, cert: identity.certificate }),
    });
    const cause = await shakeHandsAsServer({ secure, timeoutMs }, signal);
    if (cause === null) return { kind: 'connected', way: wayOf(socket, elapsedMs()), carrier: { kind: 'stream', socket, secure } };
    secure.destroy();
    socket.destroy();
    return { kind: 'not_connected', operation: 'handshake', cause };
  };
}

const peerMustCall: Cause = { code: 'connection_closed', systemCode: null, detail: null };

function wayOf({ remoteAddress = '', remotePort = 0, remoteFamily, localAddress, localPort }: Socket, durationMs: number): Way {
  const family = asFamily(remoteFamily === 'IPv6' ? 6 : 4);
  return { address: remoteAddress, family, port: remotePort, localAddress: localAddress ?? null, localPort: localPort ?? null, durationMs };
}

interface ServerHandshake {
  readonly secure: TLSSocket;
  readonly timeoutMs: number;
}

function shakeHandsAsServer({ secure, timeoutMs }: ServerHandshake, signal: AbortSignal): Promise<Cause | null> {
  secure.on('error', () => undefined);
  return waitFor<Cause | null>(
    {
      limitMs: timeoutMs,
      atLimit: () => limitReached('tls_timed_out'),
      atCancel: () => cancelledCause,
      begin: (finish) => {
        const agreed = (): void => finish(null);
        const failed = (error: Error): void => finish(classifyHandshake(error));
        const closed = (): void => finish({ code: 'tls_closed', systemCode: null, detail: null });
        secure.once('secure', agreed).once('error', failed).once('close', closed);
        return () => secure.off('secure', agreed).off('error', failed).off('close', closed);
      },
    },
    signal,
  );
}
