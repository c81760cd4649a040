import { SvelteMap } from 'svelte/reactivity';

import type { Outcome } from '../../shared/check/outcome.ts';
import type { Target } from '../../shared/check/target.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { EventOf, StopStream } from '../../shared/ipc/types.ts';
import { ask, follow } from '../bridge.ts';

type Finished = Extract<EventOf<'checkMany'>, { kind: 'finished' }>;

/** An endpoint to check, and how it ended before; null when it was never checked. */
export interface ToCheck {
  readonly target: Target;
  readonly before: Outcome | null;
}

/** How many ended so. */
export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly count: number;
}

/** Where the checks are. */
export type ManyState =
  | { readonly kind: 'idle' }
  /** So many connections to one host need a yes; nothing was sent. */
  | { readonly kind: 'asking'; readonly host: string; readonly connectionCount: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done' }
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** Many endpoints checked in one go: one such run at a time. */
export class ManyChecks {
  /** All of this tag, or null for endpoints that were chosen otherwise. */
  tag: string | null = $state(null);
  rows: readonly ToCheck[] = $state.raw([]);
  state: ManyState = $state.raw({ kind: 'idle' });
  /** How many ended how. */
  counts: readonly OutcomeCount[] = $state.raw([]);
  notSavedCount = $state(0);

  readonly #results = new SvelteMap<string, Finished>();
  readonly doneCount = $derived(this.#results.size);

  readonly #onKept: () => void;
  #stop: StopStream | null = null;
  #isStopping = false;

  /** `onKept` is told of every check that was kept. */
  constructor(onKept: () => void) {
    this.#onKept = onKept;
  }

  /** How a row ended now; null while it has not. */
  resultOf({ target }: ToCheck): Finished | null {
    return this.#results.get(keyOf(target)) ?? null;
  }

  /** Checks every endpoint of the hosts with a tag. */
  async checkTag(tag: string): Promise<void> {
    if (this.state.kind === 'running') return;
    this.tag = tag;
    const listing = await ask('listTargets', { tag });
    if (listing.kind === 'unreadable') this.state = listing;
    else this.#begin(listing.rows.map(({ target, lastOutcome }) => ({ target, before: lastOutcome })));
  }

  /** Checks these, which were never checked. */
  checkTargets(targets: readonly Target[]): void {
    if (this.state.kind === 'running') return;
    this.tag = null;
    this.#begin(targets.map((target) => ({ target, before: null })));
  }

  /** Checks the same again. */
  checkAgain(): void {
    if (this.tag !== null) void this.checkTag(this.tag);
    else this.#begin(this.rows.map((row) => ({ ...row, before: this.resultOf(row)?.outcome ?? row.before })));
  }

  /** The person agrees to many connections to one host. */
  agree(): void {
    this.#run(true);
  }

  /** Nothing more is sent; what ended is kept. */
  stop(): void {
    this.#isStopping = true;
    if (this.#stop === null) this.state = { kind: 'stopped' };
    else this.#stop();
  }

  #begin(rows: readonly ToCheck[]): void {
    this.rows = rows;
    this.#results.clear();
    this.counts = [];
    this.notSavedCount = 0;
    if (rows.length === 0) this.state = { kind: 'done' };
    else this.#run(false);
  }

  #run(isAgreed: boolean): void {
    this.#isStopping = false;
    this.state = { kind: 'running' };
    const targets = this.rows.map(({ target }) => target);
    this.#stop = follow('checkMany', { targets, isAgreed }, { onEvent: (event) => this.#take(event), onEnd: () => this.#end() });
  }

  #take(event: EventOf<'checkMany'>): void {
    if (event.kind === 'asked') {
      this.state = { ...event, kind: 'asking' };
      return;
    }
    this.#results.set(keyOf(event.target), event);
    const { outcome } = event;
    const before = this.counts.find((one) => one.outcome === outcome)?.count ?? 0;
    this.counts = [...this.counts.filter((one) => one.outcome !== outcome), { outcome, count: before + 1 }];
    if (event.saved.kind === 'not_saved') this.notSavedCount += 1;
    this.#onKept();
  }

  #end(): void {
    this.#stop = null;
    if (this.state.kind === 'running') this.state = { kind: this.#isStopping ? 'stopped' : 'done' };
  }
}

function keyOf({ host, port, transport }: Target): string {
  return `${transport} ${port} ${host}`;
}
