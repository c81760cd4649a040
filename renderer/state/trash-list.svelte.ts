import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { TrashedHost } from '../../shared/history/trashed-host.ts';
import { ask } from '../bridge.ts';

/** Deleted hosts that can still be taken back. */
export class TrashList {
  /** Null until they were read. */
  hosts: readonly TrashedHost[] | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);

  /** Reads them again. */
  async refresh(): Promise<void> {
    const listing = await ask('listTrash', null);
    this.problem = listing.kind === 'unreadable' ? listing.problem : null;
    this.hosts = listing.kind === 'listed' ? listing.rows : (this.hosts ?? []);
  }
}
