import { openChanges } from '../../../shared/guidance/ledger.ts';
import type { KeptChange } from '../../../shared/guidance/kept-case.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { ask } from '../../bridge.ts';

/** What was run anywhere and is still to be undone, in the order it was run. */
export class OpenChanges {
  listed: readonly KeptChange[] = $state.raw([]);
  problem: StoreProblem | null = $state.raw(null);

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    const listing = await ask('listOpenChanges', null);
    this.problem = listing.kind === 'unreadable' ? listing.problem : null;
    if (listing.kind === 'listed') this.listed = listing.rows;
  }

  /** Those that are not over by themselves at a moment, Unix milliseconds. */
  openAt(nowMs: number): readonly KeptChange[] {
    return this.listed.filter(({ change }) => openChanges([change], nowMs).length > 0);
  }
}
