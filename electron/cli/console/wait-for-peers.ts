import type { Cause } from '../../probes/classify.ts';
import { hangUp, listen, WAITING_PEERS, type Listening, type ListeningHandler, type Peer } from '../../console/listen.ts';
import { listenForDatagrams } from '../../console/listen-datagrams.ts';
import type { ServerIdentity } from '../../console/self-signed.ts';
import type { ConsoleRequest } from './console-request.ts';

/** Where to wait, and for how many. */
export interface PeersToAwait {
  readonly session: ConsoleRequest['session'];
  readonly identity: ServerIdentity | null;
  /** One after the other, until the abort; else only the first. */
  readonly isRepeated: boolean;
  readonly onListening: (place: { readonly address: string; readonly port: number }) => void;
}

/** Waits at a port and gives the peers in the order they came; the return value is why it could not be had, or null after the abort or the only peer. */
export async function* waitForPeers(
  { session, identity, isRepeated, onListening }: PeersToAwait,
  signal: AbortSignal,
): AsyncGenerator<Peer, Cause | null, void> {
  const peers: Peer[] = [];
  let cause: Cause | null = null;
  let wake: () => void = () => undefined;
  const listening = start(session, identity, {
    listening: onListening,
    peer: (peer) => {
      if (peers.length >= WAITING_PEERS) return hangUp(peer);
      peers.push(peer);
      wake();
    },
    failed: (why) => {
      cause = why;
      wake();
    },
  });
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      if (peers.length === 0 && cause === null && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      const peer = signal.aborted ? undefined : peers.shift();
      if (peer === undefined) return cause;
      // As nc: nobody else can connect while there is a peer, unless more are awaited.
      if (!isRepeated) listening.close();
      yield peer;
      if (!isRepeated) return null;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    listening.close();
    for (const peer of peers) hangUp(peer);
  }
}

function start({ target, ...chosen }: ConsoleRequest['session'], identity: ServerIdentity | null, handler: ListeningHandler): Listening {
  const { timeoutMs, idleLimitMs, telnet, answersFin } = chosen;
  const place = { address: target.host, port: target.port, session: { timeoutMs, idleLimitMs, telnet, answersFin } };
  return target.transport === 'udp' ? listenForDatagrams(place, handler) : listen({ ...place, identity }, handler);
}
