import { isLoopback } from '../check/loopback.ts';
import type { Target } from '../check/target.ts';
import type { Service } from './service.ts';

/** How an endpoint may be checked again and again without harm (architecture, decision 5). */
export interface WatchManners {
  /** From the start of one check to the start of the next, in milliseconds. */
  readonly shortestIntervalMs: number;
  /** So many checks at the most; null is no limit. */
  readonly mostChecks: number | null;
  /** Why it is limited, as a key of the catalogue; null when it is not. */
  readonly caution: Service['caution'];
}

/** Once a second is what ping does, and no alarm takes it for an attack; in milliseconds. */
const SHORTEST_INTERVAL_MS = 1_000;

/** This computer cannot be disturbed from outside by it, only by itself; in milliseconds. */
const SHORTEST_LOOPBACK_INTERVAL_MS = 100;

/** For a service that counts against who asks: once a minute, in milliseconds, */
const SHORTEST_PUNISHED_INTERVAL_MS = 60_000;

/** and half of the hundred after which MySQL blocks an address, because others may check from it as well. */
const MOST_PUNISHED_CHECKS = 50;

/** The manners towards an endpoint, whose service may be known or not. */
export function mannersTowards({ host }: Target, service: Service | null): WatchManners {
  if (service?.caution != null) {
    return { shortestIntervalMs: SHORTEST_PUNISHED_INTERVAL_MS, mostChecks: MOST_PUNISHED_CHECKS, caution: service.caution };
  }
  return { shortestIntervalMs: isLoopback(host) ? SHORTEST_LOOPBACK_INTERVAL_MS : SHORTEST_INTERVAL_MS, mostChecks: null, caution: null };
}
