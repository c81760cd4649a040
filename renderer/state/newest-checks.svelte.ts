import type { Transport } from '../../shared/check/target.ts';
import type { CheckRow } from '../../shared/history/check-row.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { ask } from '../bridge.ts';

/** So many show what range of time the timeline should begin with. */
const NEWEST_ROWS = 200;

/** An endpoint of a host in the history. */
export interface KnownEndpoint {
  readonly hostId: number;
  readonly port: number;
  readonly transport: Transport;
}

/** The newest checks of the open endpoint. */
export class NewestChecks {
  /** Newest first. Null until they were read. */
  rows: readonly CheckRow[] | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);
  /** The newest that was made here; of an endpoint that only others have seen, the newest of theirs. */
  readonly own: CheckRow | null = $derived(this.rows?.find(({ vantage }) => vantage === 'here') ?? this.rows?.[0] ?? null);

  /** Whose they are; null for one that was never checked. */
  endpoint: KnownEndpoint | null = $state.raw(null);

  /** Turns to another endpoint, or to none: one that was never checked. */
  async open(endpoint: KnownEndpoint | null): Promise<void> {
    this.endpoint = endpoint;
    this.rows = endpoint === null ? [] : null;
    await this.#read();
  }

  /** The same endpoint once it is known, or read again. */
  async follow(endpoint: KnownEndpoint | null): Promise<void> {
    if (this.endpoint === null) await this.open(endpoint);
    else await this.#read();
  }

  async #read(): Promise<void> {
    const endpoint = this.endpoint;
    if (endpoint === null) return;
    const { hostId, port, transport } = endpoint;
    const page = await ask('pageChecks', { hostId, endpoint: { port, transport }, limit: NEWEST_ROWS });
    if (endpoint !== this.endpoint) return;
    this.problem = page.kind === 'unreadable' ? page.problem : null;
    if (page.kind === 'listed') this.rows = page.rows;
  }
}
