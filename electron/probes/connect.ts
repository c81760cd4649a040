import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';

import { cancelledCause, classifyConnect, limitReached, type Cause } from './classify.ts';
import type { Dialer, DialRequest } from './dialer.ts';
import { startStopwatch } from './stopwatch.ts';
import { waitFor } from './wait-for.ts';

/** Dials straight from this computer. */
export const dialDirectly: Dialer = async (request, signal) => {
  if (!hasKnownScope(request.address)) return { kind: 'not_connected', cause: unknownScope, durationMs: 0, localAddress: null };
  let elapsedMs = startStopwatch();
  const socket = openSocket(request);
  // The first packet leaves here; loading and compiling what comes before took longer than a host nearby takes to answer.
  socket.once('connectionAttempt', () => (elapsedMs = startStopwatch()));
  // Whoever holds the socket reads its end from its state; without a listener a late reset would throw.
  socket.on('error', () => undefined);
  const { cause, durationMs } = await waitFor<{ cause: Cause | null; durationMs: number }>(
    {
      limitMs: request.timeoutMs,
      atLimit: () => ({ cause: limitReached('connection_timed_out'), durationMs: elapsedMs() }),
      atCancel: () => ({ cause: cancelledCause, durationMs: elapsedMs() }),
      begin: (finish) => {
        const connected = (): void => finish({ cause: isConnectedToItself(socket) ? metItself : null, durationMs: elapsedMs() });
        const failed = (error: Error): void => finish({ cause: classifyConnect(error), durationMs: elapsedMs() });
        socket.once('connect', connected).once('error', failed);
        return () => socket.off('connect', connected).off('error', failed);
      },
    },
    signal,
  );
  const localAddress = socket.localAddress ?? null;
  if (cause === null) return { kind: 'connected', socket, cause, durationMs, localAddress };
  socket.destroy();
  return { kind: 'not_connected', cause, durationMs, localAddress };
};

function openSocket({ address, port, source }: DialRequest): Socket {
  // The default would abort each address but the last after 250 ms and call it ETIMEDOUT (nodejs/node#54359).
  return connect({ host: address, port, autoSelectFamily: false, ...(source === null ? {} : { localAddress: source }) });
}

/** A scope that is no interface here would be dropped without a word, and the address dialled anywhere (libuv). */
function hasKnownScope(address: string): boolean {
  const scope = address.split('%')[1];
  return scope === undefined || /^\d+$/u.test(scope) || scope in networkInterfaces();
}

const unknownScope: Cause = { code: 'route_discards', systemCode: null, detail: 'The scope after % is no interface of this computer.' };

const metItself: Cause = { code: 'connected_to_itself', systemCode: null, detail: null };

/** Dialling one's own ephemeral range can meet oneself (simultaneous open, RFC 9293 section 3.5): nobody listens there. */
export function isConnectedToItself(socket: Socket): boolean {
  return socket.localPort === socket.remotePort && socket.localAddress === socket.remoteAddress;
}
