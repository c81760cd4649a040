import type { CheckCounts, CheckRow } from '../../shared/history/check-row.ts';
import type { ChecksCursor, ChecksFilter } from '../../shared/history/checks-wanted.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';
import type { KnownEndpoint } from './past-checks.svelte.ts';

/** Rows of one page: more than a screen shows, few enough to draw at once. */
const PAGE_ROWS = 200;

type Kind = ChecksFilter['kind'];
type Found = Pick<ChecksFilter, 'outcomes' | 'address' | 'text'>;

/** Those of an endpoint's past checks that the person asked for, newest first; as long as that is all of them, there is nothing here. */
export class ListedChecks {
  kind: Kind = $state('all');
  /** As it is typed. */
  typed = $state('');
  /** Null until they were counted. */
  counts: CheckCounts | null = $state.raw(null);
  /** Null while all are wanted, and until the first of these were found. */
  rows: readonly CheckRow[] | null = $state.raw(null);
  /** Some that match may lie further back. */
  hasOlder = $state(false);
  /** It is being looked for more. */
  isLooking = $state(false);
  problem: StoreProblem | null = $state.raw(null);

  readonly isFiltered = $derived(this.kind !== 'all' || this.typed.trim() !== '');

  #endpoint: KnownEndpoint | null = null;
  #found: Found = { outcomes: null, address: null, text: null };
  #next: ChecksCursor | null = null;
  #looks = 0;

  /** Counts and looks again; another endpoint starts with all. */
  async follow(endpoint: KnownEndpoint | null): Promise<void> {
    if (endpoint !== this.#endpoint) {
      this.#endpoint = endpoint;
      this.counts = null;
      this.kind = 'all';
      this.typed = '';
      this.rows = null;
    }
    await Promise.all([this.#count(), this.#lookFromStart()]);
  }

  /** Lists only checks of a kind. */
  async choose(kind: Kind): Promise<void> {
    this.kind = kind;
    await this.#lookFromStart();
  }

  /** Lists only what was typed; `found` is how it was read. */
  async narrow(typed: string, found: Found): Promise<void> {
    this.typed = typed;
    this.#found = found;
    await this.#lookFromStart();
  }

  /** Lists all again. */
  async showAll(): Promise<void> {
    this.kind = 'all';
    await this.narrow('', { outcomes: null, address: null, text: null });
  }

  /** Looks for a page more. */
  async readOlder(): Promise<void> {
    await this.#look(this.rows ?? [], this.#next);
  }

  async #count(): Promise<void> {
    const endpoint = this.#endpoint;
    if (endpoint === null) return;
    const { hostId, port, transport } = endpoint;
    const counted = await ask('countChecks', { hostId, endpoint: { port, transport } });
    if (endpoint === this.#endpoint && counted.kind === 'read') this.counts = counted.value;
  }

  async #lookFromStart(): Promise<void> {
    this.#looks += 1;
    this.isLooking = false;
    if (this.isFiltered) await this.#look([], null);
    else this.rows = null;
  }

  /** Page after page until a page is full of what matches, or there is no more; one page looks through a bounded number of checks. */
  async #look(known: readonly CheckRow[], from: ChecksCursor | null): Promise<void> {
    const endpoint = this.#endpoint;
    if (endpoint === null) return;
    this.#looks += 1;
    const look = this.#looks;
    const { hostId, port, transport } = endpoint;
    const wanted = { hostId, endpoint: { port, transport }, filter: { kind: this.kind, ...this.#found }, limit: PAGE_ROWS };
    this.isLooking = true;
    let [rows, after] = [known, from];
    do {
      const page = await ask('pageChecks', { ...wanted, after });
      if (look !== this.#looks) return;
      this.problem = page.kind === 'unreadable' ? page.problem : null;
      if (page.kind === 'unreadable') break;
      rows = [...rows, ...page.rows];
      after = page.next;
      this.rows = rows;
      this.hasOlder = after !== null;
      this.#next = after;
    } while (after !== null && rows.length < known.length + PAGE_ROWS);
    this.isLooking = false;
  }
}
