import type { Check } from '../../shared/check/check.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import type { Target } from '../../shared/check/target.ts';
import { endpointStatisticsOf } from '../../shared/history/endpoint-statistics-of.ts';
import { startStatistics, type Statistics } from '../../shared/history/statistics.ts';
import type { WatchManners } from '../../shared/service/watch-manners.ts';
import type { CheckedRequestOf, EventOf } from '../../shared/ipc/types.ts';
import type { Sleep } from '../checks/sleep.ts';
import type { StoreOpening } from '../store/store.ts';
import type { WatchedCheck, WatchEnd } from '../watch/watch-order.ts';
import type { StreamHandler } from './handlers.ts';
import { keepCheck } from './keep-check.ts';

/** A watched endpoint whose outcome is another than before. */
export interface Change {
  /** With its number, when it was kept. */
  readonly check: Check;
  readonly from: Outcome;
  readonly isSilent: boolean;
}

/** What a watch needs. */
export interface Watching {
  readonly history: StoreOpening;
  /** Shows a notice of the system; false when it cannot. */
  readonly tellChange: (change: Change) => boolean;
  readonly sleep: Sleep;
}

type WatchEvent = EventOf<'watchEndpoint'>;

/** Checks an endpoint again and again for the window. Each check is kept like any other. */
export function createWatchEndpoint(watching: Watching): StreamHandler<'watchEndpoint'> {
  const watched = new Set<string>();
  return async function* watch(request, signal) {
    const key = keyOf(request.target);
    if (watched.has(key)) return yield { kind: 'already_watched' };
    watched.add(key);
    const startedMs = performance.now();
    try {
      const { end, statistics } = yield* follow(watching, request, signal);
      yield { kind: 'over', reason: reasons[end], lengthMs: performance.now() - startedMs, statistics: endpointStatisticsOf(statistics) };
    } finally {
      watched.delete(key);
    }
  };
}

function keyOf({ host, port, transport }: Target): string {
  return `${host} ${port} ${transport}`;
}

/** Nobody can ask for a number of checks here: counting ends with what the person wanted, too. */
const reasons = { stopped: 'stopped', counted: 'stopped', changed: 'changed', caution: 'caution' } as const satisfies Record<
  WatchEnd,
  string
>;

interface Followed {
  readonly end: WatchEnd;
  readonly statistics: Statistics;
}

async function* follow(
  watching: Watching,
  { target, options, intervalMs: wantedMs, until, notice }: CheckedRequestOf<'watchEndpoint'>,
  signal: AbortSignal,
): AsyncGenerator<WatchEvent, Followed, void> {
  // Loaded with the first watch: the window stands sooner without it.
  const { followEndpoint } = await import('../watch/follow-endpoint.ts');
  const { expectedManners } = await import('../watch/expected-manners.ts');
  const { manners } = expectedManners(target, options);
  let rate = rateOf({ manners, intervalMs: Math.max(wantedMs, manners.shortestIntervalMs), wantedMs });
  yield rate;
  let statistics = startStatistics().read();
  let before: Outcome | null = null;
  // Never agreed to: in the window, a service's own limits always hold.
  const order = {
    target,
    options,
    intervalMs: wantedMs,
    count: null,
    untilChange: until === 'change',
    isAgreed: false,
    sleep: watching.sleep,
  };
  const following = followEndpoint(order, signal);
  for (;;) {
    const next = await following.next();
    if (next.done === true) return { end: next.value, statistics };
    if (next.value.kind !== 'checked') {
      yield next.value;
      continue;
    }
    const { watched } = next.value;
    ({ statistics } = watched);
    yield* tellChecked({ watching, watched, before, notice });
    before = watched.check.outcome;
    const nowKept = rateOf({ ...watched, wantedMs });
    if (nowKept.intervalMs !== rate.intervalMs || nowKept.mostChecks !== rate.mostChecks) yield nowKept;
    rate = nowKept;
    if (watched.nextAtMs !== null) yield { kind: 'waiting', nextAtMs: watched.nextAtMs };
  }
}

interface Rated {
  readonly manners: WatchManners;
  readonly intervalMs: number;
  readonly wantedMs: number;
}

function rateOf({ manners: { mostChecks, caution }, intervalMs, wantedMs }: Rated): Extract<WatchEvent, { kind: 'rate' }> {
  return { kind: 'rate', wantedMs, intervalMs, mostChecks, caution };
}

interface Checked {
  readonly watching: Watching;
  readonly watched: WatchedCheck;
  readonly before: Outcome | null;
  readonly notice: CheckedRequestOf<'watchEndpoint'>['notice'];
}

async function* tellChecked({ watching, watched, before, notice }: Checked): AsyncGenerator<WatchEvent, void> {
  const { check, saved } = await keepCheck(watching.history, watched.check);
  yield { kind: 'finished', check, saved, statistics: endpointStatisticsOf(watched.statistics) };
  if (!watched.changed || before === null) return;
  yield { kind: 'changed', from: before, to: check.outcome, notice: showNotice(watching, { check, from: before }, notice) };
}

function showNotice(
  { tellChange }: Watching,
  change: Omit<Change, 'isSilent'>,
  notice: Checked['notice'],
): Extract<WatchEvent, { kind: 'changed' }>['notice'] {
  if (notice === 'none') return 'not_wanted';
  return tellChange({ ...change, isSilent: notice === 'silent' }) ? 'shown' : 'unsupported';
}
