import type { Transport } from '../../shared/check/target.ts';
import type { CheckPage, CheckRow } from '../../shared/history/check-row.ts';
import type { ChecksCursor } from '../../shared/history/checks-wanted.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';

/** Rows of one page: more than a screen shows, few enough to draw at once. */
const PAGE_ROWS = 200;

/** An endpoint of a host in the history. */
export interface KnownEndpoint {
  readonly hostId: number;
  readonly port: number;
  readonly transport: Transport;
}

/** The past checks of one endpoint, newest first. */
export class PastChecks {
  /** Null until they were read. */
  rows: readonly CheckRow[] | null = $state.raw(null);
  hasOlder = $state(false);
  damagedCount = $state(0);
  problem: StoreProblem | null = $state.raw(null);

  /** Whose they are; null for one that was never checked. */
  endpoint: KnownEndpoint | null = $state.raw(null);

  /** Where the older ones go on. */
  #next: ChecksCursor | null = null;

  /** Turns to another endpoint, or to none: one that was never checked. */
  async open(endpoint: KnownEndpoint | null): Promise<void> {
    this.endpoint = endpoint;
    this.rows = endpoint === null ? [] : null;
    this.#goOnFrom(null);
    this.damagedCount = 0;
    await this.#refresh();
  }

  /** The same endpoint once it is known, or read again. */
  async follow(endpoint: KnownEndpoint | null): Promise<void> {
    if (this.endpoint === null) await this.open(endpoint);
    else await this.#refresh();
  }

  /** Reads the newest again and keeps the older rows that are here already. */
  async #refresh(): Promise<void> {
    const page = await this.#readPage(null);
    if (page === null) return;
    const last = page.rows.at(-1);
    const older = last === undefined ? [] : (this.rows ?? []).filter((row) => isOlder(row, last));
    if (older.length === 0) this.#goOnFrom(page.next);
    this.rows = [...page.rows, ...older];
  }

  /** Reads one page more. */
  async readOlder(): Promise<void> {
    const page = await this.#readPage(this.#next);
    if (page === null) return;
    this.#goOnFrom(page.next);
    this.rows = [...(this.rows ?? []), ...page.rows];
  }

  #goOnFrom(next: ChecksCursor | null): void {
    this.#next = next;
    this.hasOlder = next !== null;
  }

  /** A page of rows, or null when there is none or another endpoint was opened meanwhile. */
  async #readPage(after: ChecksCursor | null): Promise<CheckPage | null> {
    const endpoint = this.endpoint;
    if (endpoint === null) return null;
    const { hostId, port, transport } = endpoint;
    const page = await ask('pageChecks', { hostId, endpoint: { port, transport }, after, limit: PAGE_ROWS });
    if (endpoint !== this.endpoint) return null;
    this.problem = page.kind === 'unreadable' ? page.problem : null;
    if (page.kind === 'unreadable') return null;
    this.damagedCount = page.unreadableCount;
    return page;
  }
}

function isOlder(row: CheckRow, than: CheckRow): boolean {
  return row.startedAtMs < than.startedAtMs || (row.startedAtMs === than.startedAtMs && row.id < than.id);
}
