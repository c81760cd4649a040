import type { CheckCounts, CheckPage, CheckRow } from '../../shared/history/check-row.ts';
import type { ChecksCursor, ChecksFilter, ChecksOrder, Endpoint } from '../../shared/history/checks-wanted.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { TimeSpan } from '../../shared/history/time-span.ts';
import type { RequestOf } from '../../shared/ipc/types.ts';
import { ask } from '../bridge.ts';

/** Rows of one page: more than a screen shows, few enough to draw at once. */
const PAGE_ROWS = 200;

/** So near the end of what was read, in rows, more is read. */
const NEAR_END_ROWS = 100;

/** Whose checks are listed; null is all hosts, or all endpoints of a host. */
export interface Whose {
  readonly hostId: number | null;
  readonly endpoint: Endpoint | null;
}

/** What is listed, and in which order, as a person chooses it. */
export interface ChecksChoice {
  readonly kind: ChecksFilter['kind'];
  /** As it is typed; `found` is how it was read. */
  readonly typed: string;
  readonly found: Pick<ChecksFilter, 'outcomes' | 'address' | 'port' | 'text'>;
  readonly span: TimeSpan | null;
  readonly order: ChecksOrder;
  readonly isDescending: boolean;
}

/** A row that was not read yet, or was damaged, leaves its place empty. */
export type Place = CheckRow | undefined;

/** All there is, newest first. */
export const everyCheck: ChecksChoice = {
  kind: 'all',
  typed: '',
  found: { outcomes: null, address: null, port: null, text: null },
  span: null,
  order: 'time',
  isDescending: true,
};

/**
 * A list of past checks, read as it is looked at.
 *
 * While its length is known (by time, and nothing but a kind is asked for) every row has its place from the start, and any part can be
 * jumped to. Otherwise it grows as it is read: how many match is known only when all were looked at.
 */
export class CheckList {
  choice: ChecksChoice = $state.raw(everyCheck);
  rows: readonly Place[] = $state.raw([]);
  /** False until the first rows were read. */
  hasRead = $state(false);
  /** More may follow behind the last row. */
  hasMore = $state(false);
  isLooking = $state(false);
  /** Null until they were counted, and for all hosts. */
  counts: CheckCounts | null = $state.raw(null);
  /** Checks that came after the list was read while somebody was further down: they are not put in above. */
  newCount = $state(0);
  damagedCount = $state(0);
  problem: StoreProblem | null = $state.raw(null);

  readonly isFiltered = $derived(this.choice.kind !== 'all' || this.choice.typed.trim() !== '' || this.choice.span !== null);

  #whose: Whose | null = null;
  #isAtStart = true;
  #next: ChecksCursor | null = null;
  /** Pages that were asked for by their place. */
  #asked: readonly number[] = [];
  #wanted = { from: 0, to: 0 };
  #reading = 0;

  /** Which checks are listed, as the main process is asked for them; null for nobody's. */
  get wanted(): Pick<RequestOf<'pageChecks'>, 'hostId' | 'endpoint' | 'filter'> | null {
    const { kind, found, span } = this.choice;
    if (this.#whose === null) return null;
    return { ...this.#whose, filter: { kind, ...found, fromMs: span?.fromMs ?? null, toMs: span?.toMs ?? null } };
  }

  /** Lists the checks of somebody else, or of nobody: all of them, newest first. */
  async open(whose: Whose | null): Promise<void> {
    this.#whose = whose;
    this.choice = everyCheck;
    this.rows = [];
    this.hasRead = false;
    this.counts = null;
    this.#isAtStart = true;
    await this.readNewest();
  }

  /** Something may have come: whoever sees the first row sees what is newer, everybody else is told how many there are. */
  async refresh(): Promise<void> {
    if (this.#isAtStart) return this.readNewest();
    const before = this.counts?.all ?? 0;
    const counts = await this.#count();
    if (counts !== null && counts.all < before) return this.readNewest();
    this.newCount = counts === null ? 0 : counts.all - before;
  }

  /** Lists something else, or in another order. */
  async choose(change: Partial<ChecksChoice>): Promise<void> {
    this.choice = { ...this.choice, ...change };
    await this.readNewest();
  }

  /** Lists all again, in the order that was chosen. */
  async showAll(): Promise<void> {
    const { order, isDescending } = this.choice;
    await this.choose({ ...everyCheck, order, isDescending });
  }

  /** Reads the list from its start. What is shown stays until the new rows are here. */
  async readNewest(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const [counts, page] = await Promise.all([this.#count(), this.#readPage({ skip: 0 })]);
    if (reading !== this.#reading) return;
    this.counts = counts;
    this.newCount = 0;
    this.#asked = [0];
    this.damagedCount = page?.unreadableCount ?? 0;
    const rows: Place[] = [...(page?.rows ?? [])];
    const total = this.#isCountable ? (counts?.[this.choice.kind] ?? rows.length) : rows.length;
    if (total > rows.length) rows.length = total;
    this.rows = rows;
    this.#goOnFrom(this.#isCountable ? null : (page?.next ?? null));
    this.hasRead = true;
    if (!this.#isCountable && rows.length < PAGE_ROWS) await this.#readMore(PAGE_ROWS - rows.length);
  }

  /** Tells what is seen: it is read, if it was not. */
  async look(seen: { readonly from: number; readonly to: number; readonly isAtStart: boolean }): Promise<void> {
    this.#isAtStart = seen.isAtStart;
    if (seen.isAtStart && this.newCount > 0) return this.readNewest();
    if (this.#isCountable) return this.#readSeen(seen);
    if (this.#next !== null && !this.isLooking && seen.to > this.rows.length - NEAR_END_ROWS) await this.#readMore(PAGE_ROWS);
  }

  /** Looks further back for a page more. */
  async readOlder(): Promise<void> {
    if (this.#next !== null && !this.isLooking) await this.#readMore(PAGE_ROWS);
  }

  /** The row at a place, read first if need be; null when there is none. */
  async find(place: number): Promise<CheckRow | null> {
    if (this.rows[place] === undefined && this.#isCountable) await this.#readPlace(Math.floor(place / PAGE_ROWS));
    return this.rows[place] ?? null;
  }

  get #isCountable(): boolean {
    const { order, typed, span } = this.choice;
    return this.#whose?.hostId != null && order === 'time' && typed.trim() === '' && span === null;
  }

  async #count(): Promise<CheckCounts | null> {
    const whose = this.#whose;
    if (whose?.hostId == null) return null;
    const counted = await ask('countChecks', { hostId: whose.hostId, endpoint: whose.endpoint });
    return counted.kind === 'read' ? counted.value : null;
  }

  /** One page at a time, always of what is seen now: whoever drags the scroll bar passes many places. */
  async #readSeen({ from, to }: { readonly from: number; readonly to: number }): Promise<void> {
    this.#wanted = { from, to };
    if (this.isLooking) return;
    this.isLooking = true;
    for (let page = this.#nextWantedPage(); page !== undefined; page = this.#nextWantedPage()) await this.#readPlace(page);
    this.isLooking = false;
  }

  #nextWantedPage(): number | undefined {
    const first = Math.floor(Math.max(0, this.#wanted.from) / PAGE_ROWS);
    const last = Math.floor(Math.min(this.rows.length - 1, this.#wanted.to) / PAGE_ROWS);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).find((page) => !this.#asked.includes(page));
  }

  async #readPlace(place: number): Promise<void> {
    const reading = this.#reading;
    this.#asked = [...this.#asked, place];
    const page = await this.#readPage({ skip: place * PAGE_ROWS });
    if (reading !== this.#reading || page === null) return;
    this.damagedCount += page.unreadableCount;
    const rows = [...this.rows];
    page.rows.forEach((row, index) => (rows[place * PAGE_ROWS + index] = row));
    this.rows = rows;
  }

  /** Page after page until so many more match, or there are no more; one page looks through a bounded number of checks. */
  async #readMore(rowCount: number): Promise<void> {
    const reading = this.#reading;
    const enough = this.rows.length + rowCount;
    this.isLooking = true;
    while (this.#next !== null && this.rows.length < enough) {
      const page = await this.#readPage({ after: this.#next });
      if (reading !== this.#reading) break;
      this.damagedCount += page?.unreadableCount ?? 0;
      this.rows = [...this.rows, ...(page?.rows ?? [])];
      this.#goOnFrom(page?.next ?? null);
    }
    this.isLooking = false;
  }

  #goOnFrom(next: ChecksCursor | null): void {
    this.#next = next;
    this.hasMore = next !== null;
  }

  /** A page of rows; null when there is nobody's list to read, or it could not be read. */
  async #readPage(part: Pick<RequestOf<'pageChecks'>, 'after' | 'skip'>): Promise<CheckPage | null> {
    const { wanted } = this;
    if (wanted === null) return null;
    const { order, isDescending } = this.choice;
    const page = await ask('pageChecks', { ...wanted, order, isDescending, limit: PAGE_ROWS, ...part });
    this.problem = page.kind === 'unreadable' ? page.problem : null;
    return page.kind === 'unreadable' ? null : page;
  }
}
