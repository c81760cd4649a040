import { createSocket } from 'node:dgram';
import { isIP } from 'node:net';

import type { Resolution } from '../../shared/check/evidence.ts';
import type { SessionRequest } from '../../shared/console/session-request.ts';
import { classifyConnect, limitReached, type Cause } from '../probes/classify.ts';
import type { Dialer } from '../probes/dialer.ts';
import { resolveLiteral } from '../probes/resolve-literal.ts';
import { startStopwatch } from '../probes/stopwatch.ts';
import { waitFor } from '../probes/wait-for.ts';
import type { Connected, Connector } from './connector.ts';

type Address = Resolution['addresses'][number];

/** Connects to the target of a request: each address in the resolver's order until one is good, as nc does. UDP takes the first one. */
export function connectorFor(request: SessionRequest, dial: Dialer): Connector {
  return async (onAddressFailed, signal) => {
    const found = await findAddresses(request, signal);
    if (found.cause !== null) return { kind: 'not_connected', operation: 'resolve', cause: found.cause };
    let cause: Cause = { code: 'no_address_of_family', systemCode: null, detail: null };
    for (const [index, address] of found.addresses.entries()) {
      const connected = await connectTo(address, { request, dial }, signal);
      if (connected.kind === 'connected' || signal.aborted) return connected;
      ({ cause } = connected);
      if (index < found.addresses.length - 1) onAddressFailed(address.address, cause);
    }
    return { kind: 'not_connected', operation: found.addresses.length === 0 ? 'resolve' : 'connect', cause };
  };
}

interface Found {
  readonly addresses: readonly Address[];
  readonly cause: Cause | null;
}

async function findAddresses({ target, address, source, family, timeoutMs }: SessionRequest, signal: AbortSignal): Promise<Found> {
  const host = address ?? target.host;
  // From an address of one IP version no other can be reached.
  const wanted = family ?? (source === null ? null : isIP(source));
  // An address needs no resolver. glibc waits 5 s for each name server before it asks the next: twice the limit gives the second its chance.
  const { resolution, cause } =
    isIP(host) === 0
      ? await (await import('../probes/resolve.ts')).resolveHost({ host, timeoutMs: 2 * timeoutMs, controlName: null }, signal)
      : resolveLiteral(host);
  return { cause, addresses: resolution.addresses.filter((one) => wanted === null || one.family === wanted) };
}

interface Choice {
  readonly request: SessionRequest;
  readonly dial: Dialer;
}

async function connectTo({ address, family }: Address, { request, dial }: Choice, signal: AbortSignal): Promise<Connected> {
  if (request.target.transport === 'udp') return openDatagrams({ address, family }, request, signal);
  const { timeoutMs, source } = request;
  const { port } = request.target;
  const dialled = await dial({ address, port, timeoutMs, source }, signal);
  if (dialled.kind === 'not_connected') return { kind: 'not_connected', operation: 'connect', cause: dialled.cause };
  const { socket, localAddress, durationMs } = dialled;
  const way = { address, family, port, localAddress, localPort: socket.localPort ?? null, durationMs };
  return { kind: 'connected', way, carrier: { kind: 'stream', socket, secure: null } };
}

/** Connects a UDP socket, which sends nothing: the system only notes the peer, and hands over what ICMP says of it. */
function openDatagrams(
  { address, family }: Address,
  { target, source, timeoutMs }: SessionRequest,
  signal: AbortSignal,
): Promise<Connected> {
  const elapsedMs = startStopwatch();
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  const fail = (cause: Cause): Connected => {
    socket.on('error', () => undefined);
    socket.close();
    return { kind: 'not_connected', operation: 'connect', cause };
  };
  return waitFor<Connected>(
    {
      limitMs: timeoutMs,
      atLimit: () => fail(limitReached('connection_timed_out')),
      atCancel: () => fail({ code: 'cancelled', systemCode: null, detail: null }),
      begin: (finish) => {
        const failed = (error: Error): void => finish(fail(classifyConnect(error)));
        const connected = (): void => {
          const local = socket.address();
          const way = { address, family, port: target.port, localAddress: local.address, localPort: local.port, durationMs: elapsedMs() };
          finish({ kind: 'connected', way, carrier: { kind: 'datagrams', socket, early: () => [] } });
        };
        socket.once('error', failed).once('connect', connected);
        const connect = (): void => socket.connect(target.port, address);
        if (source === null) connect();
        else socket.bind({ address: source, exclusive: true }, connect);
        return () => socket.off('error', failed).off('connect', connected);
      },
    },
    signal,
  );
}
