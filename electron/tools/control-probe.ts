import { isIP } from 'node:net';

import { outcomeOfFailure } from '../../shared/check/failure.ts';
import type { Finding, MeasurementRequest } from '../../shared/guidance/measurement.ts';
import { dialDirectly } from '../probes/connect.ts';
import { leave } from '../probes/leave.ts';
import { resolveHost } from '../probes/resolve.ts';
import { readLocalRoute } from './local-route.ts';
import { ping } from './ping.ts';
import { unavailable } from './tool-answer.ts';

type ControlRequest = Extract<MeasurementRequest, { readonly kind: 'control' }>;
type ControlFinding = Extract<Finding, { readonly kind: 'control' }>;

interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** What nearly every host with a service has one of. */
const commonPorts = [443, 80, 22, 3389, 445];

/** Always there, one by name and one by address: names may be the very thing that fails. */
const wellKnown: readonly Endpoint[] = [
  { host: 'example.com', port: 443 },
  { host: '1.1.1.1', port: 443 },
];

/** TEST-NET-1 (RFC 5737): nobody has it, so whoever answers for it is not far away. */
const NOBODY = '192.0.2.1';

/** Windows needs more than two seconds to be told no (support.microsoft.com/kb/175523). */
const TIMEOUT_MS = 3_000;

/**
 * Makes a control probe; run only when a person asked for it. Where the request leaves it open, several places are tried until one
 * answers: a refusal is an answer too. Never rejects.
 */
export async function* probeControl(request: ControlRequest, signal: AbortSignal): AsyncGenerator<Finding, Finding, void> {
  if (request.probe === 'gateway' && request.host === null) return yield* probeGateway(signal);
  let last: Finding = unavailable('unreadable');
  for (const endpoint of endpointsOf(request)) {
    last = await connectTo(endpoint, signal);
    if (signal.aborted) return unavailable('stopped');
    if (isAnswer(last, request)) return last;
    yield last;
  }
  return last;
}

function endpointsOf({ probe, host, port }: ControlRequest): readonly Endpoint[] {
  switch (probe) {
    case 'other_port':
      return host === null ? [] : (port === null ? commonPorts : [port]).map((one) => ({ host, port: one }));
    case 'gateway':
      return host === null ? [] : (port === null ? commonPorts : [port]).map((one) => ({ host, port: one }));
    case 'known_good':
      return host === null ? wellKnown : [{ host, port: port ?? 443 }];
    case 'must_not_answer':
      return [{ host: host ?? NOBODY, port: port ?? 80 }];
  }
}

function isAnswer(finding: Finding, { probe }: ControlRequest): boolean {
  if (finding.kind !== 'control') return false;
  return finding.outcome === 'succeeded' || (finding.outcome === 'refused' && probe !== 'known_good');
}

/** Routers answer a ping sooner than a connection. */
async function* probeGateway(signal: AbortSignal): AsyncGenerator<Finding, Finding, void> {
  const route = await readLocalRoute(NOBODY, signal);
  const gateway =
    route.kind === 'local_route' ? (route.defaultRoutes.find(({ gateway: one }) => isIP(one ?? '') !== 0)?.gateway ?? null) : null;
  if (route.kind === 'unavailable') return route;
  if (gateway === null) return { kind: 'control', host: NOBODY, port: null, outcome: 'network_unreachable', durationMs: 0 };
  const pinged = await finish(ping(gateway, signal));
  if (pinged.kind === 'ping' && pinged.receivedCount > 0) {
    return { kind: 'control', host: gateway, port: null, outcome: 'succeeded', durationMs: pinged.averageMs ?? 0 };
  }
  return yield* probeControl({ kind: 'control', probe: 'gateway', host: gateway, port: null }, signal);
}

async function finish(running: AsyncGenerator<Finding, Finding, void>): Promise<Finding> {
  for (let step = await running.next(); ; step = await running.next()) if (step.done === true) return step.value;
}

async function connectTo({ host, port }: Endpoint, signal: AbortSignal): Promise<ControlFinding> {
  const { resolution, cause } =
    isIP(host) === 0
      ? await resolveHost({ host, timeoutMs: TIMEOUT_MS, controlName: null }, signal)
      : { resolution: { addresses: [{ address: host }] }, cause: null };
  const [first] = resolution.addresses;
  if (cause !== null || first === undefined)
    return { kind: 'control', host, port, outcome: cause === null ? 'name_not_known' : outcomeOfFailure[cause.code], durationMs: 0 };
  const dialled = await dialDirectly({ address: first.address, port, timeoutMs: TIMEOUT_MS, source: null }, signal);
  if (dialled.kind === 'connected') await leave(dialled.socket, null);
  return {
    kind: 'control',
    host,
    port,
    outcome: dialled.cause === null ? 'succeeded' : outcomeOfFailure[dialled.cause.code],
    durationMs: dialled.durationMs,
  };
}
