import { X509Certificate } from 'node:crypto';

import { isLoopback } from '../../../shared/check/loopback.ts';
import { fillSessionRequest, type ChosenSession } from '../../../shared/console/session-request.ts';
import type { CheckedRequestOf, EventOf } from '../../../shared/ipc/types.ts';
import { createEventQueue } from '../../checks/event-queue.ts';
import { hangUp, listen, WAITING_PEERS, type Peer } from '../../console/listen.ts';
import { makeSelfSigned } from '../../console/self-signed.ts';
import type { StreamHandler } from '../handlers.ts';
import type { ConsoleSessions } from './console-sessions.ts';
import { untilAborted } from './open-console-stream.ts';

type Request = CheckedRequestOf<'listenConsole'>;
type Event = EventOf<'listenConsole'>;

/** Waits at a local port for the window. Nothing is read from a peer until the window takes them. */
export function createListenConsole(sessions: ConsoleSessions): StreamHandler<'listenConsole'> {
  return async function* listenConsole(request, signal) {
    const { address, port, isTls, isOpenToOthers } = request;
    if (!isLoopback(address) && !isOpenToOthers) return yield { kind: 'not_loopback' };
    const identity = isTls ? makeSelfSigned(['localhost', '127.0.0.1', '::1'], Date.now()) : null;
    const fingerprint = identity === null ? null : new X509Certificate(identity.certificate).fingerprint256;
    const queue = createEventQueue<Event>();
    const session = sessionOf(request);
    const room = new WaitingRoom(sessions, session);
    const listening = listen(
      { address, port, identity, session },
      {
        listening: (place) => queue.push({ kind: 'listening', address: place.address, port: place.port, fingerprint }),
        peer: (peer) => queue.push(room.receive(peer)),
        failed: (cause) => {
          queue.push({ kind: 'failed', ...cause });
          queue.close();
        },
      },
    );
    try {
      yield* untilAborted(queue, signal);
    } finally {
      listening.close();
      room.close();
    }
  };
}

/** Who called at one port and was not taken yet. */
class WaitingRoom {
  readonly #sessions: ConsoleSessions;
  readonly #session: Omit<ChosenSession, 'target' | 'tls'>;
  #waiting: number[] = [];

  constructor(sessions: ConsoleSessions, session: Omit<ChosenSession, 'target' | 'tls'>) {
    this.#sessions = sessions;
    this.#session = session;
  }

  receive(peer: Peer): Event {
    const { address, port } = peer;
    this.#waiting = this.#waiting.filter((id) => this.#sessions.isWaiting(id));
    if (this.#waiting.length >= WAITING_PEERS) {
      hangUp(peer);
      return { kind: 'peer_refused', address, port };
    }
    const target = { host: hostOf(peer), port, transport: 'tcp' } as const;
    const peerId = this.#sessions.addPeer({ peer, request: fillSessionRequest({ ...this.#session, target }) });
    this.#waiting.push(peerId);
    return { kind: 'peer', peerId, address, port };
  }

  close(): void {
    for (const id of this.#waiting) {
      const left = this.#sessions.takePeer(id);
      if (left !== null) hangUp(left.peer);
    }
  }
}

function sessionOf({ service, telnet, answersFin }: Request): Omit<ChosenSession, 'target' | 'tls'> {
  return { service, telnet, answersFin };
}

/** An IPv4 address that called at an IPv6 port is the same host as ever (RFC 4291 section 2.5.5.2). */
function hostOf({ address }: Peer): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/u, '');
}
