import { isIP } from 'node:net';

import type { Check } from '../../shared/check/check.ts';
import { decideOutcome } from '../../shared/check/decide.ts';
import type { CheckEvent } from '../../shared/check/event.ts';
import type { Family, ServiceEvidence } from '../../shared/check/evidence.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import { serviceById, serviceOfPort } from '../../shared/service/find-service.ts';
import { nameOfPort } from '../../shared/service/iana-name.ts';
import { dialDirectly } from '../probes/connect.ts';
import { leave } from '../probes/leave.ts';
import { resolveLiteral, type Resolved } from '../probes/resolve-literal.ts';
import { converse } from './converse.ts';
import { dialAll } from './dial-all.ts';
import type { Findings, StageContext } from './findings.ts';
import { createStageLog, type StageEnd } from './stage-log.ts';

/** One check to perform. */
export interface CheckToPerform {
  readonly target: Target;
  readonly options: CheckOptions;
  readonly emit: (event: CheckEvent) => void;
}

/** Runs the stages in order until one fails, and puts together what they found. Never rejects for a reason of the network. */
export async function performCheck(request: CheckToPerform, signal: AbortSignal): Promise<Check> {
  const { target, options, emit } = request;
  const service = options.service === null ? serviceOfPort(target) : serviceById(options.service);
  const log = createStageLog(emit);
  const findings = await findAll({ ...request, service, dial: dialDirectly, log }, signal);
  const durationMs = log.offsetMs();
  return {
    version: 1,
    id: null,
    target,
    vantage: 'here',
    caseId: null,
    outcome: decideOutcome(findings.failure),
    startedAtMs: log.startedAtMs,
    durationMs,
    stages: log.records(),
    ...findings,
    service: findings.service ?? (await nameByPort(target)),
  };
}

/** What IANA calls the port, where nothing better is known. */
async function nameByPort(target: Target): Promise<ServiceEvidence | null> {
  const name = await nameOfPort(target);
  return name === null ? null : { id: name, name, knownBy: 'port', product: null };
}

async function findAll(context: StageContext, signal: AbortSignal): Promise<Findings> {
  const nothing: Findings = {
    failure: null,
    resolution: null,
    addresses: [],
    service: expectedService(context),
    greeting: null,
    tls: null,
    http: null,
  };
  const { resolution, failure } = await resolve(context, signal);
  const resolved = { ...nothing, resolution, failure };
  if (failure !== null) return resolved;

  const addresses = resolution.addresses.filter(({ family }) => isWanted(family, context.options));
  if (context.target.transport === 'udp') {
    const { askAll } = await import('./ask-all.ts');
    return { ...resolved, ...(await askAll({ ...context, addresses }, signal)) };
  }

  const dialled = await dialAll({ ...context, addresses }, signal);
  const connected = { ...resolved, addresses: [...dialled.attempts], failure: dialled.failure };
  if (dialled.chosen === null) return connected;
  if (context.options.connectOnly) {
    await leave(dialled.chosen.socket, null, signal);
    return connected;
  }
  return { ...connected, ...(await converse({ ...context, ...dialled.chosen }, signal)) };
}

async function resolve({ target, options, log, emit }: StageContext, signal: AbortSignal): Promise<Resolved & StageEnd> {
  const host = options.address ?? target.host;
  // An address needs no resolver. For a name it is loaded before the clock of the stage starts.
  const { resolveHost } = isIP(host) === 0 ? await import('../probes/resolve.ts') : { resolveHost: () => resolveLiteral(host) };
  // glibc waits 5 s for each name server before it asks the next: twice the limit gives the second one its chance.
  const timeoutMs = log.limitMs(2 * options.timeoutMs);
  return log.run({ stage: 'resolve', limitMs: timeoutMs, address: null }, async () => {
    const resolved = await resolveHost({ host, timeoutMs, controlName: options.controlName }, signal);
    emit({ kind: 'resolved', resolution: resolved.resolution });
    const hasWanted = resolved.resolution.addresses.some(({ family }) => isWanted(family, options));
    if (resolved.cause !== null || hasWanted) return resolved;
    return { ...resolved, cause: { code: 'no_address_of_family', systemCode: null, detail: null } };
  });
}

/** An address to dial from can only reach addresses of its own family. */
function isWanted(family: Family, { family: wanted, source }: CheckOptions): boolean {
  return (wanted === null || wanted === family) && (source === null || isIP(source) === family);
}

function expectedService({ service, options }: StageContext): ServiceEvidence | null {
  return service && { id: service.id, name: service.name, knownBy: options.service === null ? 'port' : 'chosen', product: null };
}
