import { setImmediate } from 'node:timers/promises';

import type { CheckRow } from '../../shared/history/check-row.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { pageChecks } from '../store/checks/page-checks.ts';
import type { Store } from '../store/store.ts';

/** Which checks to walk through, and in which direction. */
export type WalkWanted = Omit<Parameters<typeof pageChecks>[1], 'after' | 'skip' | 'limit'>;

/** One part of a walk. */
export type WalkedPart =
  | { readonly kind: 'walked'; readonly rows: readonly CheckRow[]; readonly unreadableCount: number }
  /** The walk ends here. */
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** So many checks are read, put into words and written within some milliseconds: nobody waits for them. */
export const SLICE_LENGTH = 200;

/** Walks through checks in slices; between them, everything else in this process has its turn. Ends when the signal aborts. */
export async function* walkChecks(store: Store, wanted: WalkWanted, signal: AbortSignal): AsyncGenerator<WalkedPart, void> {
  let after: Parameters<typeof pageChecks>[1]['after'] = null;
  do {
    await setImmediate();
    if (signal.aborted) return;
    const page = pageChecks(store, { ...wanted, after, limit: SLICE_LENGTH });
    if (page.kind === 'unreadable') {
      yield page;
      return;
    }
    yield { kind: 'walked', rows: page.rows, unreadableCount: page.unreadableCount };
    after = page.next;
  } while (after !== null);
}
