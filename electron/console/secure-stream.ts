import type { Socket } from 'node:net';

import type { TlsEvidence } from '../../shared/check/evidence.ts';
import type { SessionRequest } from '../../shared/console/session-request.ts';
import type { Cause } from '../probes/classify.ts';
import { startStopwatch } from '../probes/stopwatch.ts';

/** What agreeing TLS brought. `isHeld`: the certificate has problems nobody accepted, so nothing may be sent. */
export type SecuredStream =
  | { readonly kind: 'agreed'; readonly socket: Socket; readonly tls: TlsEvidence; readonly durationMs: number; readonly isHeld: boolean }
  | { readonly kind: 'not_agreed'; readonly cause: Cause };

/** Agrees TLS over a connection and judges it. Never rejects; what is not agreed is destroyed. */
export async function secureStream(bottom: Socket, request: SessionRequest, signal: AbortSignal): Promise<SecuredStream> {
  // Loading TLS and its authorities takes longer than most connections that do not need it.
  const { shakeHands } = await import('../probes/handshake.ts');
  const elapsedMs = startStopwatch();
  const { target, timeoutMs, areTlsProblemsAccepted } = request;
  const shaken = await shakeHands({ socket: bottom, host: target.host, alpn: [], timeoutMs }, signal);
  if (shaken.kind === 'not_agreed') return shaken;
  const isHeld = shaken.cause !== null && !areTlsProblemsAccepted;
  return { kind: 'agreed', socket: shaken.socket, tls: shaken.tls, durationMs: elapsedMs(), isHeld };
}
