import { isIP } from 'node:net';

import type { Family, Resolution } from '../../shared/check/evidence.ts';
import type { Cause } from './classify.ts';

/** What resolving brought; `cause` is null when there is at least one address. */
export interface Resolved {
  readonly resolution: Resolution;
  readonly cause: Cause | null;
}

/** Before anything was asked. */
export const nothingKnown: Resolution = { source: 'system', addresses: [], systemCode: null, servers: [], answers: [], control: null };

/** An address stands for itself. */
export function resolveLiteral(address: string): Resolved {
  return { resolution: { ...nothingKnown, source: 'literal', addresses: [{ address, family: asFamily(isIP(address)) }] }, cause: null };
}

/** The IP version as evidence keeps it; the system gives it as a plain number. */
export function asFamily(family: number): Family {
  return family === 6 ? 6 : 4;
}
