import type { Socket } from 'node:net';

import type { Cause } from './classify.ts';

/** One connection to make; the address is a literal, so nothing is looked up. */
export interface DialRequest {
  /** An IP address, with its scope after % where it has one. */
  readonly address: string;
  readonly port: number;
  readonly timeoutMs: number;
  /** The local address to dial from, or null for the system's choice. */
  readonly source: string | null;
}

/** What dialling brought. A connected socket belongs to the caller, who closes it; its errors are swallowed and kept in `socket.errored`. */
export type Dialled =
  | {
      readonly kind: 'connected';
      readonly socket: Socket;
      readonly cause: null;
      readonly durationMs: number;
      readonly localAddress: string | null;
    }
  | { readonly kind: 'not_connected'; readonly cause: Cause; readonly durationMs: number; readonly localAddress: string | null };

/**
 * Makes one connection. Never rejects: a failure, the limit and the abort are values. After anything but "connected" no
 * socket is left.
 *
 * The seam for other ways out: an SSH jump host, a SOCKS or HTTP proxy is another Dialer.
 */
export type Dialer = (request: DialRequest, signal: AbortSignal) => Promise<Dialled>;
