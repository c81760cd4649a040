import { setTimeout as sleep } from 'node:timers/promises';

import { outcomeOfFailure } from '../../shared/check/failure.ts';
import type { Finding } from '../../shared/guidance/measurement.ts';
import { dialDirectly } from '../probes/connect.ts';
import type { Dialer } from '../probes/dialer.ts';
import { leave } from '../probes/leave.ts';
import { unavailable } from './tool-answer.ts';

/** Where to connect, several times. */
export interface TcpPingRequest {
  /** A literal, never a name. */
  readonly address: string;
  readonly port: number;
}

/** So many connections: with the pause between them no service takes it for an attack. */
const TCP_PING_COUNT = 5;

const PAUSE_MS = 500;

const TIMEOUT_MS = 3_000;

/** Connects several times one after the other, for the times, where ICMP is closed; closes each politely. Never rejects. */
export async function* tcpPing(
  { address, port }: TcpPingRequest,
  signal: AbortSignal,
  dial: Dialer = dialDirectly,
): AsyncGenerator<Finding, Finding, void> {
  const attempts: Extract<Finding, { kind: 'tcp_ping' }>['attempts'] = [];
  for (let count = 0; count < TCP_PING_COUNT; count += 1) {
    if (count > 0) await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    const dialled = await dial({ address, port, timeoutMs: TIMEOUT_MS, source: null }, signal);
    if (dialled.kind === 'connected') await leave(dialled.socket, null);
    if (signal.aborted) return unavailable('stopped');
    attempts.push({ outcome: dialled.cause === null ? 'succeeded' : outcomeOfFailure[dialled.cause.code], durationMs: dialled.durationMs });
    yield { kind: 'tcp_ping', attempts: [...attempts] };
  }
  return { kind: 'tcp_ping', attempts };
}
