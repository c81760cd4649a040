import type { LiveConsole } from '../../console/live-console.ts';
import type { Peer } from '../../console/listen.ts';
import type { SessionRequest } from '../../../shared/console/session-request.ts';

/** Somebody who called and waits to be taken. */
export interface WaitingPeer {
  readonly peer: Peer;
  /** How the session with them will behave. */
  readonly request: SessionRequest;
}

/** What is live: sessions in the window, and peers that wait. Numbers are never used again. */
export class ConsoleSessions {
  readonly #live = new Map<number, LiveConsole>();
  readonly #peers = new Map<number, WaitingPeer>();
  #lastId = 0;

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  add(id: number, live: LiveConsole): void {
    this.#live.set(id, live);
  }

  remove(id: number): void {
    this.#live.delete(id);
  }

  find(id: number): LiveConsole | null {
    return this.#live.get(id) ?? null;
  }

  addPeer(waiting: WaitingPeer): number {
    const id = this.nextId();
    this.#peers.set(id, waiting);
    return id;
  }

  /** The peer, who waits no more; null when nobody waits under that number. */
  takePeer(id: number): WaitingPeer | null {
    const waiting = this.#peers.get(id) ?? null;
    this.#peers.delete(id);
    return waiting;
  }

  isWaiting(id: number): boolean {
    return this.#peers.has(id);
  }
}
