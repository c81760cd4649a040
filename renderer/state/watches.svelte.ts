import type { Target } from '../../shared/check/target.ts';
import type { RequestOf } from '../../shared/ipc/types.ts';
import { Watch, type WatchedChange, type WatchedResult, type WatchedSleep, type WatchListener } from './watch.svelte.ts';

/** As many at once as anybody follows; each holds a stream of its own, of which there is room for more (shared/ipc/flow.ts). */
export const MOST_WATCHES = 30;

/** What happened to a watch that is to be said once. */
export type WatchNews =
  | { readonly kind: 'changed'; readonly watch: Watch; readonly change: WatchedChange }
  | { readonly kind: 'slept'; readonly sleep: WatchedSleep }
  | { readonly kind: 'refused'; readonly target: Target };

/** The endpoints that are watched, and those whose watch has ended and was not put away yet. They go on whatever page is open. */
export class Watches {
  all: readonly Watch[] = $state.raw([]);
  /** What happened last, or null. */
  news: WatchNews | null = $state.raw(null);

  readonly running = $derived(this.all.filter(({ over }) => over === null));
  /** When the next check of any begins, on the page's own clock, in milliseconds; null while none is waited for. */
  readonly nextAtMs = $derived(earliest(this.running.map(({ nextAtMs }) => nextAtMs)));

  readonly #listener: WatchListener;

  /** `onResult` is told of every check, and of the one before it in the same watch. */
  constructor(onResult: (result: WatchedResult, before: WatchedResult | null) => void) {
    this.#listener = {
      onResult: (_watch, result, before) => onResult(result, before),
      onChange: (watch, change) => (this.news = { kind: 'changed', watch, change }),
      onSlept: (_watch, sleep) => (this.news = { kind: 'slept', sleep }),
      onRefused: ({ wish }) => (this.news = { kind: 'refused', target: wish.target }),
      // Without a check, or without an end (a bug, which is told elsewhere): there is nothing to show.
      onEnd: (watch) => {
        if (watch.result === null || watch.over === null) this.putAway(watch);
      },
    };
  }

  /** The watch of an endpoint, running or ended; null when there is none. */
  of(target: Target): Watch | null {
    return this.all.find(({ wish }) => isSame(wish.target, target)) ?? null;
  }

  /** Whether an endpoint of this host is watched now. */
  isWatching(host: string): boolean {
    return this.running.some(({ wish }) => wish.target.host === host);
  }

  /** Begins to watch, unless it is watched already; false when too many are. */
  start(wish: RequestOf<'watchEndpoint'>): boolean {
    const before = this.of(wish.target);
    if (before !== null && before.over === null) return true;
    if (this.running.length >= MOST_WATCHES) return false;
    this.all = [...this.all.filter((one) => one !== before), new Watch(wish, this.#listener)];
    return true;
  }

  /** Ends all. */
  stopAll(): void {
    for (const watch of this.running) watch.stop();
  }

  /** Forgets one that has ended. */
  putAway(watch: Watch): void {
    this.all = this.all.filter((one) => one !== watch);
  }
}

function earliest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function isSame(one: Target, other: Target): boolean {
  return one.host === other.host && one.port === other.port && one.transport === other.transport;
}
