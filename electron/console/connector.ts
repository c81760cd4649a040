import type { Socket as DatagramSocket } from 'node:dgram';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

import type { Family } from '../../shared/check/evidence.ts';
import type { Cause } from '../probes/classify.ts';

/** Where a connection leads and how it came about. */
export interface Way {
  readonly address: string;
  readonly family: Family;
  readonly port: number;
  readonly localAddress: string | null;
  readonly localPort: number | null;
  readonly durationMs: number;
}

/** What carries the bytes. `secure` is there when TLS was agreed before anybody asked (an accepted TLS connection). */
export type Carrier =
  | { readonly kind: 'stream'; readonly socket: Socket; readonly secure: TLSSocket | null }
  | { readonly kind: 'datagrams'; readonly socket: DatagramSocket; readonly early: EarlyDatagrams };

/** Takes, once, the datagrams that came before anybody could hear them, in their order. */
export type EarlyDatagrams = () => readonly Uint8Array[];

/** What connecting brought. */
export type Connected =
  | { readonly kind: 'connected'; readonly way: Way; readonly carrier: Carrier }
  | { readonly kind: 'not_connected'; readonly operation: 'resolve' | 'connect' | 'handshake'; readonly cause: Cause };

/** Told about each address that failed while there was another to try. */
export type AddressFailed = (address: string, cause: Cause) => void;

/** Makes the connection of a session. Never rejects; an abort is a cause. */
export type Connector = (onAddressFailed: AddressFailed, signal: AbortSignal) => Promise<Connected>;
