import type { Socket } from 'node:net';

import type { Carrier } from './connector.ts';
import { DatagramLink } from './datagram-link.ts';
import type { Link, LinkListener } from './link.ts';
import { StreamLink } from './stream-link.ts';

/** What carries the bytes of one connection, whichever link that is now: a plain one may be taken over by TLS. Calls before and after do nothing. */
export class Wire {
  readonly #listener: LinkListener;
  #link: Link | null = null;
  /** The connection below TLS. */
  #bottom: Socket | null = null;
  /** What went over a link that TLS took over. */
  #earlier = { receivedBytes: 0, sentBytes: 0 };
  #isOpen = false;
  #isPaused = false;
  /** Answers wait to leave. */
  #isAnswering = false;

  constructor(listener: LinkListener) {
    this.#listener = {
      ...listener,
      drained: () => {
        this.#isAnswering = false;
        this.#read();
        listener.drained();
      },
    };
  }

  /** There is something to write to. */
  get isThere(): boolean {
    return this.#link !== null;
  }

  /** The stream that carries it now; null over UDP and between two links. */
  get stream(): StreamLink | null {
    return this.#link instanceof StreamLink ? this.#link : null;
  }

  get receivedBytes(): number {
    return this.#earlier.receivedBytes + (this.#link?.receivedBytes ?? 0);
  }

  get sentBytes(): number {
    return this.#earlier.sentBytes + (this.#link?.sentBytes ?? 0);
  }

  /** Takes what was connected. */
  carry(carrier: Carrier): void {
    if (carrier.kind === 'datagrams') {
      this.#link = new DatagramLink(carrier, this.#listener);
      return;
    }
    this.#bottom = carrier.socket;
    this.#link = new StreamLink({ socket: carrier.secure ?? carrier.socket, bottom: carrier.socket }, this.#listener);
  }

  /** Notes the connection that TLS is about to be agreed over; a link that carried it let go of it before. */
  handOver(bottom: Socket): void {
    this.#earlier = { receivedBytes: this.receivedBytes, sentBytes: this.sentBytes };
    this.#bottom = bottom;
    this.#link = null;
    this.#isAnswering = false;
  }

  /** Takes the TLS session over it. */
  carrySecured(socket: Socket): void {
    this.#link = new StreamLink({ socket, bottom: this.#bottom ?? socket }, this.#listener);
  }

  /** What comes is read from now on, unless it is paused, or not any more. */
  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#read();
  }

  pause(): void {
    this.#isPaused = true;
    this.#link?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#read();
  }

  /** Sends; false asks to wait for `drained` before more. */
  write(bytes: Uint8Array): boolean {
    return this.#link?.write(bytes) ?? false;
  }

  /** Sends what the peer brought about itself. Until it has left nothing more is read: who asks without end and hears no answer would fill the memory. */
  answer(bytes: Uint8Array): void {
    if (this.#link === null || this.write(bytes)) return;
    this.#isAnswering = true;
    this.#link.pause();
  }

  finish(): void {
    this.#link?.finish();
  }

  close(): void {
    this.#link?.close();
  }

  reset(): void {
    this.#link?.reset();
  }

  /** Lets go of everything, at the end. */
  destroy(): void {
    this.#bottom?.destroy();
  }

  #read(): void {
    if (this.#isOpen && !this.#isPaused && !this.#isAnswering) this.#link?.resume();
  }
}
