import type { Transport } from '../check/target.ts';

/** A port a service is known by (IANA, or long habit). */
export interface ServicePort {
  readonly port: number;
  readonly transport: Transport;
  /** The connection starts with a TLS handshake (implicit TLS, RFC 8314). */
  readonly tls: boolean;
}

/** What a peer's words mean. */
export type Reading =
  /** Not enough bytes yet to tell. A datagram is whole: there it means a broken one. */
  | { readonly kind: 'incomplete' }
  /** The service speaking as it should. `product` is its own name and version, when it gives one: visible text, at most 120 characters. */
  | { readonly kind: 'welcome'; readonly product: string | null }
  /** The service itself says no (FTP 421, SMTP 554, MySQL 1130). */
  | { readonly kind: 'rejection'; readonly product: string | null }
  /** Not this service's protocol. */
  | { readonly kind: 'foreign' };

/** Reads the bytes received so far; pure; never throws whatever the bytes are. */
export type ReadWords = (bytes: Uint8Array) => Reading;

/** A harmless question in the service's own protocol, that changes nothing and needs no login. */
export interface Probe {
  /** The bytes to send. Where a reply must name its question (the ids of DNS and SNMP), the number is fixed and `read` looks for it. */
  readonly request: Uint8Array;
  readonly read: ReadWords;
}

/**
 * One application protocol as data.
 *
 * To add a service: one file here that exports a Service, one line in `services.ts`, one test.
 */
export interface Service {
  /** Short lower-case word, unique: "ftp". */
  readonly id: string;
  /** As people write it: "FTP". */
  readonly name: string;
  readonly ports: readonly ServicePort[];
  /** Who speaks first on a new connection. UDP services and TLS-first ones after their handshake count alike. */
  readonly speaksFirst: 'server' | 'client';
  /** How long a server that speaks first may take before its silence is a finding, and how long others are listened to; in milliseconds. */
  readonly greetingLimitMs: number;
  /** Recognises what the service says unasked: its greeting, or a client-first one saying no at once (Redis); null when it never does. */
  readonly readGreeting: ReadWords | null;
  /** The bytes that end a session politely, sent only after a welcome; null when closing is all there is. */
  readonly quit: Uint8Array | null;
  /** Asked once connected, by transport; null where nothing harmless can be asked. HTTP is asked by the request stage itself. */
  readonly probe: Readonly<Record<Transport, Probe | null>>;
  /** The check speaks HTTP to it. */
  readonly speaksHttp: boolean;
  /** ALPN names offered in the TLS handshake, or empty (RFC 7301). */
  readonly alpn: readonly string[];
  /** What a check costs the service, said before it is repeated; null when nothing (a catalogue key of shared/text). */
  readonly caution: 'mysql_counts_connections' | null;
}
