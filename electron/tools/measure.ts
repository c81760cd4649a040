import { isIP } from 'node:net';

import type { Finding, Measurement, MeasurementRequest } from '../../shared/guidance/measurement.ts';
import { makeAllVisible } from '../../shared/paste/output/make-all-visible.ts';
import { unavailable } from './tool-answer.ts';

/** What the person chose for measurements. */
export interface MeasuringOptions {
  /** DNS servers to ask beside the system's own: they learn the name. */
  readonly nameServers: readonly string[];
}

/**
 * Measures one thing instead of asking for it: yields what is known so far whenever that changes, and returns the Measurement.
 *
 * Never rejects. Aborting, or stopping to read, ends it at once and leaves neither a process nor a socket; the finding then says so.
 */
export async function* measure(
  request: MeasurementRequest,
  options: MeasuringOptions,
  signal: AbortSignal,
): AsyncGenerator<Finding, Measurement, void> {
  const startedAtMs = Date.now();
  const abandoned = new AbortController();
  try {
    const finding = yield* begin(request, options, AbortSignal.any([signal, abandoned.signal]));
    return { request, finding: makeAllVisible(finding), vantage: 'here', startedAtMs };
  } finally {
    abandoned.abort();
  }
}

/** Programs get address literals only: whatever else the request holds never becomes an argument. Each tool is loaded when it is needed. */
async function* begin(
  request: MeasurementRequest,
  { nameServers }: MeasuringOptions,
  signal: AbortSignal,
): AsyncGenerator<Finding, Finding, void> {
  if ('address' in request && isIP(request.address) === 0) return unavailable('not_permitted');
  switch (request.kind) {
    case 'ping':
      return yield* (await import('./ping.ts')).ping(request.address, signal);
    case 'tcp_ping':
      return yield* (await import('./tcp-ping.ts')).tcpPing(request, signal);
    case 'traceroute':
      return yield* (await import('./trace-path.ts')).tracePath(request, signal);
    case 'dns':
      return yield* (await import('./compare-name-servers.ts')).compareNameServers({ name: request.name, nameServers }, signal);
    case 'control':
      return yield* (await import('./control-probe.ts')).probeControl(request, signal);
    case 'local_route':
      return (await import('./local-route.ts')).readLocalRoute(request.address, signal);
    case 'local_listening':
      return (await import('./local-listening.ts')).readLocalListening(request, signal);
    case 'local_firewall':
      return (await import('./local-firewall.ts')).readLocalFirewall(signal);
    case 'local_proxy':
      return (await import('./local-proxy.ts')).readLocalProxy(signal);
  }
}
