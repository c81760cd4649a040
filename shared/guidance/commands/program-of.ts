import { serviceById, serviceOfPort } from '../../service/find-service.ts';
import type { Evidence } from '../evidence.ts';
import { factOf } from '../reading/facts.ts';
import { lastWorked } from '../reading/other-checks.ts';
import { programs, type Program } from './programs.ts';

/** The id of the service at the target's port, as far as it is known or expected; null for a port nobody expects anything on. */
export function serviceIdOf({ check }: Evidence): string | null {
  const said = check.service === null ? null : serviceById(check.service.id);
  return (said ?? serviceOfPort(check.target))?.id ?? null;
}

/** The program that serves the port, known by what was pasted, what it said, or what it said when it worked; null when nobody knows. */
export function knownProgram(evidence: Evidence): Program | null {
  const fact = factOf(evidence, 'program');
  const named = programs.find(({ id }) => id === fact?.program);
  if (named !== undefined) return named;
  const candidates = candidatesOf(evidence);
  for (const check of [evidence.check, lastWorked(evidence)]) {
    const words = `${check?.service?.product ?? ''} ${check?.http?.server ?? ''}`;
    const found = candidates.find(({ product }) => product.test(words));
    if (found !== undefined) return found;
  }
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** The program that serves the port, or the commonest of those that could; null for a service without any. */
export function programOf(evidence: Evidence): Program | null {
  return knownProgram(evidence) ?? candidatesOf(evidence)[0] ?? null;
}

/** Every program of the list that offers the service. */
export function candidatesOf(evidence: Evidence): readonly Program[] {
  const serviceId = serviceIdOf(evidence);
  return serviceId === null ? [] : programs.filter(({ services }) => services.includes(serviceId));
}
