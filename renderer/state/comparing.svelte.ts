import type { Check } from '../../shared/check/check.ts';
import { inOrder, type CheckPair } from '../../shared/history/compare-checks.ts';
import { isFailure } from '../../shared/history/is-failure.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';
import type { KnownEndpoint } from './newest-checks.svelte.ts';

/** Two checks that are compared. */
export interface ComparedPair extends CheckPair {
  /** When the failing began that the newer one belongs to; null when it works or is not known. */
  readonly firstFailedAtMs: number | null;
  /** The older one is the last that worked, and nobody chose it. */
  readonly isSinceItWorked: boolean;
}

/** Which checks of the open endpoint can be compared, and those that are. */
export class Comparing {
  /** The numbers of rows that were chosen, at most two, in the order they were chosen. */
  chosen: readonly number[] = $state.raw([]);
  /** The last check that worked before the failure that is shown, or null. */
  lastSuccessId: number | null = $state(null);
  /** What is compared now, or null. */
  pair: ComparedPair | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);

  readonly isPossible = $derived(this.chosen.length === 2 || this.lastSuccessId !== null);

  #endpoint: KnownEndpoint | null = null;
  #shownId: number | null = null;

  /** Tells what is shown now: another endpoint, or a check that runs, ends the comparison. */
  async consider(endpoint: KnownEndpoint | null, check: Check | null): Promise<void> {
    if (endpoint?.hostId !== this.#endpoint?.hostId || endpoint?.port !== this.#endpoint?.port) this.chosen = [];
    if (check === null || endpoint !== this.#endpoint) this.pair = null;
    this.#endpoint = endpoint;
    this.#shownId = check?.id ?? null;
    this.lastSuccessId = null;
    const id = this.#shownId;
    if (id === null || check === null || !isFailure(check.outcome)) return;
    const reading = await ask('findLastSuccess', { id });
    if (id === this.#shownId && reading.kind === 'read') this.lastSuccessId = reading.value;
  }

  /** Chooses a row, or takes the choice back. A third one takes the place of the first. */
  choose(id: number): void {
    this.chosen = this.chosen.includes(id) ? this.chosen.filter((one) => one !== id) : [...this.chosen, id].slice(-2);
  }

  /** Compares the two that were chosen, else the shown failure with the last success before it. */
  async open(): Promise<void> {
    const endpoint = this.#endpoint;
    if (!this.isPossible || endpoint === null) return;
    const isChosen = this.chosen.length === 2;
    const [one, other] = isChosen ? this.chosen : [this.lastSuccessId, this.#shownId];
    if (one == null || other == null) return;
    const [first, second, whole] = await Promise.all([
      ask('readCheck', { id: one }),
      ask('readCheck', { id: other }),
      ask('readStatistics', { ...endpoint, fromMs: null, toMs: null }),
    ]);
    if (endpoint !== this.#endpoint) return;
    this.problem = [first, second].find((read) => read.kind === 'unreadable')?.problem ?? null;
    if (first.kind === 'unreadable' || second.kind === 'unreadable' || first.value === null || second.value === null) return;
    const pair = byTime(first.value, second.value);
    const since = whole.kind === 'read' ? whole.value.firstFailedAtMs : null;
    const firstFailedAtMs = since !== null && pair.newer.startedAtMs >= since ? since : null;
    this.pair = { ...pair, firstFailedAtMs, isSinceItWorked: !isChosen };
  }

  /** Goes back to the page of the host. */
  close(): void {
    this.pair = null;
  }
}

/** By the clock: what was imported later may be older. */
function byTime(one: Check, other: Check): CheckPair {
  if (one.startedAtMs === other.startedAtMs) return inOrder(one, other);
  return one.startedAtMs < other.startedAtMs ? { older: one, newer: other } : { older: other, newer: one };
}
