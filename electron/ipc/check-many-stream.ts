import { fillOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import { hostToAskAbout } from '../checks/many-connections.ts';
import type { Sleep } from '../checks/sleep.ts';
import type { StoreOpening } from '../store/store.ts';
import type { StreamHandler } from './handlers.ts';
import { keepCheck } from './keep-check.ts';

/** Checks many endpoints for the window, and tells of each when it is kept. What the computer's sleep interrupts is begun again after it. */
export function createCheckMany(opening: StoreOpening, sleep: Sleep): StreamHandler<'checkMany'> {
  return async function* checkMany({ targets, isAgreed }, signal) {
    const asked = isAgreed ? null : hostToAskAbout(connectionsPerHost(targets));
    if (asked !== null) return yield { kind: 'asked', ...asked };
    const { runMany } = await import('../checks/run-many.ts');
    const options = fillOptions();
    const left = new Set(targets.map((target) => ({ target, options })));
    while (left.size > 0 && !signal.aborted) {
      const stop = AbortSignal.any([signal, sleep.next]);
      for await (const { made, check } of runMany({ checks: [...left], ratePerSecond: null }, stop)) {
        if (check.outcome === 'cancelled') continue;
        left.delete(made);
        const { saved } = await keepCheck(opening, check);
        yield { kind: 'finished', target: check.target, outcome: check.outcome, durationMs: check.durationMs, saved };
      }
      await sleep.awake(signal);
    }
  };
}

function connectionsPerHost(targets: readonly Target[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { host } of targets) counts.set(host, (counts.get(host) ?? 0) + 1);
  return counts;
}
