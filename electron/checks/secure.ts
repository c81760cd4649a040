import type { Socket } from 'node:net';

import type { TlsEvidence } from '../../shared/check/evidence.ts';
import type { Failure } from '../../shared/check/failure.ts';
import type { Service } from '../../shared/service/service.ts';
import type { StageContext } from './findings.ts';

/** The handshake stage's result; with a failure the link must not carry data. */
export type Secured =
  | { readonly kind: 'agreed'; readonly socket: Socket; readonly tls: TlsEvidence; readonly failure: Failure | null }
  | { readonly kind: 'not_agreed'; readonly failure: Failure | null };

/** Whether a check starts with a TLS handshake: where it is asked for, or where the service's port implies it (RFC 8314). */
export function wantsTls({ options, service, target }: Pick<StageContext, 'options' | 'service' | 'target'>): boolean {
  if (options.tls !== 'auto') return options.tls === 'on';
  return impliesTls(service, target.port);
}

/** The service's own entry for the port decides; a chosen service on another port speaks as its first entry does. */
function impliesTls(service: Service | null, port: number): boolean {
  const entry = service?.ports.find((candidate) => candidate.transport === 'tcp' && candidate.port === port);
  return (entry ?? service?.ports[0])?.tls ?? false;
}

/** The handshake stage. */
export async function secure(
  { target, options, service, socket, address, log, emit }: StageContext & { readonly socket: Socket; readonly address: string },
  signal: AbortSignal,
): Promise<Secured> {
  // Loading TLS and its authorities takes longer than most checks that do not need it, and is no part of the handshake's time.
  const { shakeHands } = await import('../probes/handshake.ts');
  const limitMs = log.limitMs(options.timeoutMs);
  const shaken = await log.run({ stage: 'handshake', limitMs, address }, () =>
    shakeHands({ socket, host: target.host, alpn: service?.alpn ?? [], timeoutMs: limitMs }, signal),
  );
  if (shaken.kind === 'not_agreed') return shaken;
  emit({ kind: 'tls_agreed', tls: shaken.tls });
  return shaken;
}
