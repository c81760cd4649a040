import type { Target } from '../check/target.ts';
import { recognisers } from './recognisers.ts';
import type { Reading, Service } from './service.ts';
import { services } from './services.ts';

/** The service known by a port, or null. */
export function serviceOfPort({ port, transport }: Pick<Target, 'port' | 'transport'>): Service | null {
  return services.find(({ ports }) => ports.some((known) => known.port === port && known.transport === transport)) ?? null;
}

/** The service of an id ("ftp"), or null. */
export function serviceById(id: string): Service | null {
  return services.find((service) => service.id === id) ?? null;
}

/**
 * The service that words prove on a port where another, or none, is expected; null when they prove none.
 *
 * 1. Exactly one service claims them: that one. Bytes two can claim ("220 Welcome") prove neither, but where all agree that they
 *    say no ("421 Service not available"), they say no, whoever it is.
 * 2. None claims them, and one may with more bytes: a reading "incomplete".
 */
export function recogniseGreeting(bytes: Uint8Array): { readonly service: Service | null; readonly reading: Reading } | null {
  const readings = recognisers.map(({ service, read }) => ({ service, reading: read(bytes) }));
  const claims = readings.filter(({ reading }) => reading.kind === 'welcome' || reading.kind === 'rejection');
  if (claims.length > 1) return claims.every(({ reading }) => reading.kind === 'rejection') ? rejectionOfNobody : null;
  return claims[0] ?? readings.find(({ reading }) => reading.kind === 'incomplete') ?? null;
}

/** All who claim the words agree that they say no. */
const rejectionOfNobody = { service: null, reading: { kind: 'rejection', product: null } } as const;
