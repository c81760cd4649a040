import type { Check } from '../../shared/check/check.ts';
import { isLoopback } from '../../shared/check/loopback.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import { widenLookups } from '../probes/lookup-threads.ts';
import { createEventQueue } from './event-queue.ts';
import { createPace } from './pace.ts';
import { nameOfPort } from '../../shared/service/iana-name.ts';
import { finishCheck } from './run-check.ts';

/** At most so many checks are under way at once: enough for a list, few enough for a small router's tables. */
export const CHECKS_AT_ONCE = 64;

/** New connections a second to one host unless the person chooses: no service or alarm takes that for an attack (architecture, decision 5). */
export const DEFAULT_RATE = 50;

/** One of many checks to make. */
export interface CheckToMake {
  readonly target: Target;
  readonly options: CheckOptions;
}

/** Many checks to make. */
export interface ManyChecks<T extends CheckToMake> {
  readonly checks: Iterable<T>;
  /** New connections a second to each host; null: DEFAULT_RATE, and no limit on loopback. */
  readonly ratePerSecond: number | null;
}

/** One of many, made. */
export interface MadeCheck<T extends CheckToMake> {
  readonly made: T;
  readonly check: Check;
}

/**
 * Makes many checks side by side and yields each as it ends.
 *
 * Aborting cancels those under way, which still arrive as `cancelled`, and starts no more; stopping to read does the same.
 */
export async function* runMany<T extends CheckToMake>(
  { checks, ratePerSecond }: ManyChecks<T>,
  signal: AbortSignal,
): AsyncGenerator<MadeCheck<T>, void> {
  const ended = createEventQueue<MadeCheck<T>>();
  const abandoned = new AbortController();
  const stop = AbortSignal.any([signal, abandoned.signal]);
  const pace = createPace((host) => rateFor(host, ratePerSecond));
  const waiting = checks[Symbol.iterator]();

  widenLookups();
  await loadEarly();
  const workNext = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !stop.aborted; next = waiting.next()) {
      const { target, options } = next.value;
      await pace(target.host, stop);
      if (stop.aborted) return;
      ended.push({ made: next.value, check: await finishCheck(target, options, stop) });
    }
  };
  const all = Promise.all(Array.from({ length: CHECKS_AT_ONCE }, workNext)).finally(ended.close);
  try {
    yield* ended.read();
  } finally {
    abandoned.abort();
    await all;
  }
}

/** New connections a second to this host; null is no limit, for this computer's own loopback. */
export function rateFor(host: string, chosenPerSecond: number | null): number | null {
  return chosenPerSecond ?? (isLoopback(host) ? null : DEFAULT_RATE);
}

/** What one check loads when it needs it. Among many, sockets may have taken the last file descriptor by then. */
async function loadEarly(): Promise<void> {
  await Promise.all([
    import('../probes/resolve.ts'),
    import('../probes/handshake.ts'),
    import('./ask.ts'),
    import('./ask-all.ts'),
    nameOfPort({ port: 1, transport: 'tcp' }),
  ]);
}
