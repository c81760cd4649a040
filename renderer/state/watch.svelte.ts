import { advance, noProgress, type CheckProgress } from '../../shared/check/check-progress.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import type { Target } from '../../shared/check/target.ts';
import type { EndpointStatistics } from '../../shared/history/endpoint-statistics.ts';
import type { EventOf, RequestOf, StopStream } from '../../shared/ipc/types.ts';
import { follow } from '../bridge.ts';

type WatchEvent = EventOf<'watchEndpoint'>;

/** How fast it goes, and why. */
export type WatchRate = Extract<WatchEvent, { kind: 'rate' }>;

/** A check of it that ended. */
export type WatchedResult = Extract<WatchEvent, { kind: 'finished' }>;

/** Its outcome is another than before. */
export type WatchedChange = Extract<WatchEvent, { kind: 'changed' }>;

/** The computer slept in the middle of it. */
export type WatchedSleep = Extract<WatchEvent, { kind: 'slept' }>;

/** The check of it that runs now. */
export interface WatchedRun {
  readonly target: Target;
  /** On the page's own clock (performance.now()), in milliseconds. */
  readonly startedMs: number;
  readonly progress: CheckProgress;
}

/** Who is told of a watch. */
export interface WatchListener {
  /** `before` is the result before this one, or null. */
  readonly onResult: (watch: Watch, result: WatchedResult, before: WatchedResult | null) => void;
  readonly onChange: (watch: Watch, change: WatchedChange) => void;
  readonly onSlept: (watch: Watch, sleep: WatchedSleep) => void;
  /** Nothing was sent: it is watched already. */
  readonly onRefused: (watch: Watch) => void;
  /** Nothing more comes. */
  readonly onEnd: (watch: Watch) => void;
}

/** A check that takes no longer does not need to be shown while it runs, in milliseconds. */
const SEEN_AFTER_MS = 300;

/** One endpoint that is checked again and again. */
export class Watch {
  readonly wish: RequestOf<'watchEndpoint'>;
  /** Null until it was told. */
  rate: WatchRate | null = $state.raw(null);
  /** The check that runs, once it takes long enough to be looked at; else null. */
  run: WatchedRun | null = $state.raw(null);
  isChecking = $state(false);
  result: WatchedResult | null = $state.raw(null);
  /** The last change, or null. */
  change: WatchedChange | null = $state.raw(null);
  /** When the next check begins, on the page's own clock (performance.now()), in milliseconds; null while one runs, and at the end. */
  nextAtMs: number | null = $state(null);
  /** How it ended; null while it goes on. */
  over: Extract<WatchEvent, { kind: 'over' }> | null = $state.raw(null);

  readonly statistics: EndpointStatistics | null = $derived(this.over?.statistics ?? this.result?.statistics ?? null);
  readonly outcome: Outcome | null = $derived(this.result?.check.outcome ?? null);

  readonly #listener: WatchListener;
  readonly #stop: StopStream;
  #progress: CheckProgress = noProgress;
  #startedMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins at once. */
  constructor(wish: RequestOf<'watchEndpoint'>, listener: WatchListener) {
    this.wish = wish;
    this.#listener = listener;
    this.#stop = follow('watchEndpoint', wish, { onEvent: (event) => this.#take(event), onEnd: () => this.#end() });
  }

  /** Ends it; a check under way is cancelled and not kept. */
  stop(): void {
    this.#stop();
  }

  #take(event: WatchEvent): void {
    switch (event.kind) {
      case 'rate':
        this.rate = event;
        return;
      case 'checking':
        return this.#beginCheck();
      case 'finished': {
        const before = this.result;
        this.#endCheck();
        this.result = event;
        return this.#listener.onResult(this, event, before);
      }
      case 'changed':
        this.change = event;
        return this.#listener.onChange(this, event);
      case 'waiting':
        this.nextAtMs = performance.now() + Math.max(0, event.nextAtMs - Date.now());
        return;
      case 'slept':
        this.#endCheck();
        return this.#listener.onSlept(this, event);
      case 'over':
        this.over = event;
        return;
      case 'already_watched':
        return this.#listener.onRefused(this);
      default:
        this.#progress = advance(this.#progress, event);
        if (this.run !== null) this.run = { ...this.run, progress: this.#progress };
    }
  }

  #beginCheck(): void {
    this.#progress = noProgress;
    this.#startedMs = performance.now();
    this.isChecking = true;
    this.nextAtMs = null;
    this.#timer = setTimeout(() => {
      this.run = { target: this.wish.target, startedMs: this.#startedMs, progress: this.#progress };
    }, SEEN_AFTER_MS);
  }

  #endCheck(): void {
    clearTimeout(this.#timer);
    this.run = null;
    this.isChecking = false;
  }

  #end(): void {
    this.#endCheck();
    this.nextAtMs = null;
    this.#listener.onEnd(this);
  }
}
