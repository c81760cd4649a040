import { fillOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import { hostToAskAbout } from '../checks/many-connections.ts';
import type { StoreOpening } from '../store/store.ts';
import type { StreamHandler } from './handlers.ts';
import { keepCheck } from './keep-check.ts';

/** Checks many endpoints for the window, and tells of each when it is kept. */
export function createCheckMany(opening: StoreOpening): StreamHandler<'checkMany'> {
  return async function* checkMany({ targets, isAgreed }, signal) {
    const asked = isAgreed ? null : hostToAskAbout(connectionsPerHost(targets));
    if (asked !== null) return yield { kind: 'asked', ...asked };
    const { runMany } = await import('../checks/run-many.ts');
    const options = fillOptions();
    const checks = targets.map((target) => ({ target, options }));
    for await (const { check } of runMany({ checks, ratePerSecond: null }, signal)) {
      if (check.outcome === 'cancelled') continue;
      const { saved } = await keepCheck(opening, check);
      yield { kind: 'finished', target: check.target, outcome: check.outcome, durationMs: check.durationMs, saved };
    }
  };
}

function connectionsPerHost(targets: readonly Target[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { host } of targets) counts.set(host, (counts.get(host) ?? 0) + 1);
  return counts;
}
