import type { Socket } from 'node:dgram';

import { classifyConnect, type Cause } from '../probes/classify.ts';
import type { Carrier, EarlyDatagrams } from './connector.ts';
import type { Link, LinkListener } from './link.ts';

/** The most a datagram holds over IPv4: 65,535 bytes less the headers of IP and UDP. */
export const LONGEST_DATAGRAM_BYTES = 65_507;

/** A link over a connected UDP socket: it hears only its peer, and ICMP refusals. Nothing closes it but the person or an error. */
export class DatagramLink implements Link {
  readonly #socket: Socket;
  readonly #listener: LinkListener;
  readonly #early: EarlyDatagrams;
  #isPaused = true;
  #isEnded = false;
  #receivedBytes = 0;
  #sentBytes = 0;

  constructor({ socket, early }: Extract<Carrier, { kind: 'datagrams' }>, listener: LinkListener) {
    this.#socket = socket;
    this.#early = early;
    this.#listener = listener;
    socket.on('message', (bytes) => this.#take(bytes));
    socket.on('error', (error) => this.#fail(classifyConnect(error)));
  }

  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  get sentBytes(): number {
    return this.#sentBytes;
  }

  write(bytes: Uint8Array): boolean {
    if (this.#isEnded) return false;
    this.#sentBytes += bytes.length;
    this.#socket.send(bytes, (error) => {
      if (error !== null) this.#fail(classifyConnect(error));
    });
    return true;
  }

  /** UDP has no way to say it. */
  finish(): void {
    // Nothing to send.
  }

  close(): void {
    this.#end({ kind: 'closed', by: 'you' });
  }

  reset(): void {
    this.close();
  }

  /** A datagram that comes meanwhile is dropped: UDP cannot make its sender wait. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    for (const bytes of this.#early()) this.#take(bytes);
  }

  #take(bytes: Uint8Array): void {
    if (this.#isEnded) return;
    this.#receivedBytes += bytes.length;
    if (this.#isPaused) this.#listener.dropped(bytes.length);
    else this.#listener.received(bytes);
  }

  #fail(cause: Cause): void {
    this.#end({ kind: 'failed', cause });
  }

  #end(end: Parameters<LinkListener['ended']>[0]): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    // Send callbacks may still report errors.
    this.#socket.on('error', () => undefined);
    this.#socket.close();
    queueMicrotask(() => this.#listener.ended(end));
  }
}
