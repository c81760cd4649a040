import type { Socket } from 'node:net';

import { classifyOpen } from '../probes/classify.ts';
import type { Link, LinkListener } from './link.ts';

/**
 * How long the peer may take to answer our FIN when the person closes, in milliseconds; then the connection is closed whatever it does.
 *
 * Long enough for most round trips, short enough to feel at once.
 */
const CLOSE_LIMIT_MS = 150;

/** The same while words of ours are still on their way out: they should not be lost because the peer is slow. */
const FLUSH_LIMIT_MS = 2_000;

/** How much a peer that talks on is still heard after that: one that never stops need not be waited for. */
const DISCARD_LIMIT_BYTES = 1_048_576;

/** A connection to make a link of. */
export interface StreamToLink {
  /** What carries the data: the connection itself, or the TLS session over it. */
  readonly socket: Socket;
  /** The connection itself: a TLS socket cannot be reset (it throws). */
  readonly bottom: Socket;
}

/** A link over TCP, plain or in TLS. Reading begins with the first `resume`. */
export class StreamLink implements Link {
  readonly #socket: Socket;
  readonly #bottom: Socket;
  readonly #listener: LinkListener;
  /** Whose FIN came first. */
  #firstToFinish: 'you' | 'peer' | null = null;
  #isResetByYou = false;
  #isDiscarding = false;
  #discardedBytes = 0;
  #closeTimer: NodeJS.Timeout | undefined;
  #receivedBytes = 0;
  #sentBytes = 0;

  constructor({ socket, bottom }: StreamToLink, listener: LinkListener) {
    this.#socket = socket;
    this.#bottom = bottom;
    this.#listener = listener;
    // A FIN is not an answer to a FIN here: the session decides. May be set until the peer's FIN is read (Node documentation, Duplex).
    socket.allowHalfOpen = true;
    socket.pause();
    socket.on('data', this.#take).on('end', this.#peerFinish).on('drain', this.#drain).on('close', this.#end);
    // Read from `errored` at the end; without a listener it would throw.
    socket.on('error', ignore);
    if (socket !== bottom) bottom.on('error', ignore);
    if (socket.destroyed) queueMicrotask(this.#end);
  }

  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  get sentBytes(): number {
    return this.#sentBytes;
  }

  write(bytes: Uint8Array): boolean {
    if (!this.#socket.writable) return false;
    this.#sentBytes += bytes.length;
    return this.#socket.write(bytes);
  }

  finish(): void {
    this.#firstToFinish ??= 'you';
    this.#socket.end();
  }

  close(): void {
    if (this.#socket.destroyed) return;
    this.#isDiscarding = true;
    this.finish();
    // What is left unread when a socket is closed makes the system answer with RST instead of FIN (RFC 1122 section 4.2.2.13).
    this.#socket.resume();
    this.#closeTimer ??= setTimeout(() => this.#socket.destroy(), this.#socket.writableLength === 0 ? CLOSE_LIMIT_MS : FLUSH_LIMIT_MS);
  }

  reset(): void {
    if (this.#socket.destroyed) return;
    this.#isResetByYou = true;
    this.#isDiscarding = true;
    // A TLS session over it closes by itself; destroying it here as well crashes Node 24.21 (SIGSEGV, seen from a TLS callback).
    this.#bottom.resetAndDestroy();
  }

  pause(): void {
    if (!this.#isDiscarding) this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Lets go of the connection, paused, so that TLS can take it over; null when words are waiting that were not read. */
  release(): Socket | null {
    this.#socket.pause();
    this.#socket.off('data', this.#take).off('end', this.#peerFinish).off('drain', this.#drain).off('close', this.#end);
    return this.#socket.readableLength === 0 ? this.#socket : null;
  }

  #discard(sizeBytes: number): void {
    this.#discardedBytes += sizeBytes;
    if (this.#discardedBytes > DISCARD_LIMIT_BYTES && this.#socket.writableLength === 0) this.#socket.destroy();
  }

  readonly #take = (bytes: Buffer): void => {
    if (this.#isDiscarding) this.#discard(bytes.length);
    else {
      this.#receivedBytes += bytes.length;
      this.#listener.received(bytes);
    }
  };

  readonly #peerFinish = (): void => {
    this.#firstToFinish ??= 'peer';
    this.#listener.peerFinished();
  };

  readonly #drain = (): void => this.#listener.drained();

  readonly #end = (): void => {
    clearTimeout(this.#closeTimer);
    const error = this.#socket.errored ?? this.#bottom.errored;
    if (this.#isResetByYou) this.#listener.ended({ kind: 'reset', by: 'you' });
    else if (error === null) this.#listener.ended({ kind: 'closed', by: this.#firstToFinish ?? 'peer' });
    else {
      const cause = classifyOpen(error);
      this.#listener.ended(cause.code === 'connection_reset' ? { kind: 'reset', by: 'peer' } : { kind: 'failed', cause });
    }
  };
}

function ignore(): void {
  // Kept in the socket's `errored`.
}
