import type { Stage } from '../../check/stage.ts';
import { nothingTold, type ToldCause, type ToldEndpoint } from './told.ts';

/** Where an attempt went, as far as the tool says. */
export type ToldPlace = Partial<Pick<ToldEndpoint, 'host' | 'port' | 'transport' | 'durationMs'>> & { readonly address?: string | null };

/** An attempt that connected. */
export function connected(place: ToldPlace): ToldEndpoint {
  return { ...at(place, null), passed: ['resolve', 'connect'] };
}

/** An attempt that did not connect. */
export function notConnected(place: ToldPlace, cause: ToldCause, line: string): ToldEndpoint {
  if (isOfName(cause)) return notResolved(place, cause, line);
  return { ...at(place, cause), passed: ['resolve'], failure: { ...cause, stage: 'connect', line } };
}

/** An attempt whose name gave no address. */
export function notResolved(place: ToldPlace, cause: ToldCause, line: string): ToldEndpoint {
  return { ...at({ ...place, address: null }, cause), failure: { ...cause, stage: 'resolve', line } };
}

/** The same attempt, ended by something after it connected. */
export function endedAt(
  stage: Stage,
  endpoint: ToldEndpoint,
  { cause, line }: { readonly cause: ToldCause; readonly line: string },
): ToldEndpoint {
  return { ...endpoint, failure: { ...cause, stage, line } };
}

/** The tool's own limit passed without an answer. */
export const ownLimit: ToldCause = { code: 'connection_timed_out', systemCode: null };

/** The tool says that it failed, and not why. */
export const unsaidCause: ToldCause = { code: 'unknown', systemCode: null };

/** The peer closed, politely as far as is told. */
export const closedByPeer: ToldCause = { code: 'connection_closed', systemCode: null };

function at({ address = null, ...place }: ToldPlace, cause: ToldCause | null): ToldEndpoint {
  return { ...nothingTold, ...place, attempts: address === null ? [] : [{ address, cause }] };
}

function isOfName({ code }: ToldCause): boolean {
  return code.startsWith('dns_');
}
