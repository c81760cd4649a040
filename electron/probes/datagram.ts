import { createSocket } from 'node:dgram';

import type { Family } from '../../shared/check/evidence.ts';
import { toDisplay } from '../../shared/console/display.ts';
import type { Probe } from '../../shared/service/service.ts';
import { cancelledCause, classifyConnect, limitReached, type Cause } from './classify.ts';
import { startStopwatch } from './stopwatch.ts';
import { waitFor } from './wait-for.ts';

/** One question to one address over UDP. */
export interface DatagramRequest {
  readonly address: string;
  readonly family: Family;
  readonly port: number;
  /** The service's own question, or null: an empty datagram, the least anybody can send. */
  readonly probe: Probe | null;
  readonly timeoutMs: number;
  readonly source: string | null;
}

/** What came back; without a cause something did. `reply` is kept as it came. */
export interface DatagramAnswered {
  readonly reply: Uint8Array | null;
  readonly cause: Cause | null;
  readonly durationMs: number;
  readonly localAddress: string | null;
}

/** Datagrams get lost: the question is sent this often, evenly over the limit, before silence counts. */
const TRIES = 3;

/**
 * Sends a question and waits for a reply, an ICMP refusal (seen because the socket is connected, RFC 1122 section 4.1.3.3),
 * or silence, which says nothing: open or filtered. Never rejects; leaves no socket.
 */
export async function askByDatagram(request: DatagramRequest, signal: AbortSignal): Promise<DatagramAnswered> {
  const elapsedMs = startStopwatch();
  let localAddress: string | null = null;
  const ended = await waitFor<Ended>(
    {
      limitMs: request.timeoutMs,
      atLimit: () => ({ reply: null, cause: limitReached('udp_silence') }),
      atCancel: () => ({ reply: null, cause: cancelledCause }),
      begin: (finish) => askRepeatedly(request, { finish, connected: (address) => (localAddress = address) }),
    },
    signal,
  );
  return { ...ended, durationMs: elapsedMs(), localAddress };
}

type Ended = Pick<DatagramAnswered, 'reply' | 'cause'>;

interface Asking {
  readonly finish: (ended: Ended) => void;
  readonly connected: (localAddress: string) => void;
}

/** Opens a socket, sends the question again and again, and reports what comes back; returns what closes the socket. */
function askRepeatedly({ address, family, port, probe, timeoutMs, source }: DatagramRequest, { finish, connected }: Asking): () => void {
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  let again: NodeJS.Timeout | undefined;
  const fail = (error: Error): void => finish({ reply: null, cause: classifyConnect(error) });
  const send = (): void => socket.send(probe?.request ?? new Uint8Array(0), (error) => error && fail(error));
  socket.on('error', fail);
  socket.on('message', (bytes) => {
    // A connected socket hears only the one it asked; words that do not answer this question, or half of it, are waited out.
    const kind = probe === null ? 'welcome' : probe.read(bytes).kind;
    if (kind === 'welcome') finish({ reply: bytes, cause: null });
    if (kind === 'rejection')
      finish({ reply: bytes, cause: { code: 'service_rejected', systemCode: null, detail: toDisplay(bytes.subarray(0, 200)) } });
  });
  socket.once('connect', () => {
    connected(socket.address().address);
    send();
    again = setInterval(send, timeoutMs / TRIES);
  });
  const connect = (): void => socket.connect(port, address);
  if (source === null) connect();
  else socket.bind({ address: source, exclusive: true }, connect);
  return () => {
    clearInterval(again);
    socket.close();
  };
}
