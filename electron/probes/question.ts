import type { Socket } from 'node:net';

import { toDisplay } from '../../shared/console/display.ts';
import type { Probe, Reading } from '../../shared/service/service.ts';
import { cancelledCause, classifyOpen, limitReached, type Cause } from './classify.ts';
import { receive, type Received } from './receive.ts';

/** One harmless question in the service's own protocol. */
export interface Question {
  readonly socket: Socket;
  readonly probe: Probe;
  readonly timeoutMs: number;
}

/** What the service answered; `product` is its own name, when it gave one. */
export interface Answered {
  readonly isRecognised: boolean;
  readonly product: string | null;
  readonly cause: Cause | null;
}

/** Asks a service that lets the client speak first (Redis PING, memcached version, PostgreSQL SSLRequest). Never rejects. */
export async function askService({ socket, probe, timeoutMs }: Question, signal: AbortSignal): Promise<Answered> {
  if (socket.writable) socket.write(probe.request);
  const received = await receive({ socket, limitMs: timeoutMs, isEnough: (bytes) => probe.read(bytes).kind !== 'incomplete' }, signal);
  const reading = probe.read(received.bytes);
  const product = reading.kind === 'welcome' || reading.kind === 'rejection' ? reading.product : null;
  return { isRecognised: reading.kind === 'welcome' || reading.kind === 'rejection', product, cause: causeOf(received, reading) };
}

function causeOf(received: Received, reading: Reading): Cause | null {
  const detail = received.bytes.length === 0 ? null : toDisplay(received.bytes.subarray(0, 200));
  if (received.stopped === 'cancelled') return cancelledCause;
  if (reading.kind === 'welcome') return null;
  if (reading.kind === 'rejection') return { code: 'service_rejected', systemCode: null, detail };
  if (reading.kind === 'foreign' && received.bytes.length > 0) return { code: 'reply_unreadable', systemCode: null, detail };
  if (received.stopped === 'broken') return classifyOpen(received.error);
  return received.stopped === 'closed' ? { code: 'connection_closed', systemCode: null, detail } : { ...limitReached('no_reply'), detail };
}
