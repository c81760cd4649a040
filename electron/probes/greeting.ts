import type { Socket } from 'node:net';

import type { GreetingEvidence } from '../../shared/check/evidence.ts';
import { toDisplay } from '../../shared/console/display.ts';
import { CLIENT_FIRST_LISTEN_MS } from '../../shared/service/client-first.ts';
import { recogniseGreeting } from '../../shared/service/find-service.ts';
import type { Reading, Service } from '../../shared/service/service.ts';
import { assertNever } from '../../shared/check/assert-never.ts';
import { cancelledCause, classifyOpen, limitReached, type Cause } from './classify.ts';
import { receive, type Received } from './receive.ts';

/** Where to listen, and for what. */
export interface GreetingRequest {
  readonly socket: Socket;
  /** The service expected there, or null. */
  readonly service: Service | null;
  readonly limitMs: number;
}

/** A service known by its own words. */
export interface Recognised {
  readonly service: Service;
  readonly product: string | null;
}

/** What the peer said by itself. */
export interface Greeted {
  /** Null when it said nothing. */
  readonly greeting: GreetingEvidence | null;
  /** The service that its words prove, or null. */
  readonly recognised: Recognised | null;
  readonly cause: Cause | null;
}

/** How long to listen: the service's own time, or a moment where nothing is known. */
export function greetingLimitMs(service: Service | null): number {
  return service?.greetingLimitMs ?? CLIENT_FIRST_LISTEN_MS;
}

/**
 * Listens before speaking: silence is a finding only where the service speaks first, an early close everywhere.
 *
 * Never rejects, sends nothing and leaves the socket open.
 */
export async function hearGreeting({ socket, service, limitMs }: GreetingRequest, signal: AbortSignal): Promise<Greeted> {
  const speaksFirst = service?.speaksFirst === 'server';
  let heard = read(NOTHING, service);
  const isEnough = (bytes: Uint8Array): boolean => {
    heard = read(bytes, service);
    return isWhole(heard.reading, bytes);
  };
  const received = await receive({ socket, limitMs, isEnough }, signal);
  // A flood is cut without being read to its end.
  const { reading, by } = received.truncated ? read(received.bytes, service) : heard;
  const greeting = received.firstByteMs === null ? null : describeGreeting(received, received.firstByteMs);
  const recognised =
    by !== null && (reading.kind === 'welcome' || reading.kind === 'rejection') ? { service: by, product: reading.product } : null;
  return { greeting, recognised, cause: causeOf({ received, reading, speaksFirst }) };
}

/** Known words are enough; words nobody knows are read to the end of their first line, or until the limit. */
function isWhole({ kind }: Reading, bytes: Uint8Array): boolean {
  return kind === 'welcome' || kind === 'rejection' || (kind === 'foreign' && bytes.includes(LINE_FEED));
}

const NOTHING = new Uint8Array();

const LINE_FEED = 0x0a;

/** The expected service reads first; words foreign to it are tried on every other. */
function read(bytes: Uint8Array, service: Service | null): { readonly reading: Reading; readonly by: Service | null } {
  if (bytes.length === 0) return { reading: { kind: 'incomplete' }, by: null };
  const expected = service?.readGreeting?.(bytes) ?? { kind: 'foreign' };
  if (expected.kind !== 'foreign') return { reading: expected, by: service };
  const other = recogniseGreeting(bytes);
  return other === null ? { reading: expected, by: null } : { reading: other.reading, by: other.service };
}

function describeGreeting({ bytes, truncated }: Received, firstByteMs: number): GreetingEvidence {
  return { text: toDisplay(bytes, 'kept'), base64: bytes.toString('base64'), sizeBytes: bytes.length, truncated, firstByteMs };
}

interface Heard {
  readonly received: Received;
  readonly reading: Reading;
  readonly speaksFirst: boolean;
}

/** A rejection in words outweighs the close that follows it; a close before any word is early; half a greeting is none. */
function causeOf({ received, reading, speaksFirst }: Heard): Cause | null {
  if (received.stopped === 'cancelled') return cancelledCause;
  if (reading.kind === 'rejection')
    return { code: 'service_rejected', systemCode: null, detail: toDisplay(received.bytes.subarray(0, 200)) };
  if (reading.kind === 'welcome') return null;
  switch (received.stopped) {
    case 'closed':
      return received.firstByteMs === null ? { code: 'connection_closed', systemCode: null, detail: null } : null;
    case 'broken':
      return classifyOpen(received.error);
    case 'limit':
      return speaksFirst ? limitReached('no_greeting') : null;
    case 'enough':
      return null;
    default:
      return assertNever(received.stopped);
  }
}
