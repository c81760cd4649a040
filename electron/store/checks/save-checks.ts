import type { Check } from '../../../shared/check/check.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import type { Arrival } from '../arrival.ts';
import { startArrivals } from '../hosts/arriving-hosts.ts';
import { insertCheck } from './insert-check.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';

/** Whether a check is on the disk: "saved" is said only after COMMIT returned. */
export type Saved = { readonly kind: 'saved'; readonly id: number } | NotSaved;

/** The same for several checks: all of them or none. */
export type SavedAll = { readonly kind: 'saved'; readonly ids: readonly number[] } | NotSaved;

/** Nothing was written. */
export interface NotSaved {
  readonly kind: 'not_saved';
  readonly problem: StoreProblem;
}

/** Saves one check in a transaction of its own. Never throws for reasons of the disk or the file. */
export function saveCheck(store: Store, check: Check): Saved {
  const saved = saveChecks(store, [check]);
  if (saved.kind === 'not_saved') return saved;
  const [id] = saved.ids;
  if (id === undefined) throw new Error('A saved check has no number.');
  return { kind: 'saved', id };
}

/** Saves all checks in one transaction, and gives their numbers in the same order. Never throws for reasons of the disk or the file. */
export function saveChecks(store: Store, checks: readonly Check[]): SavedAll {
  return insertAll(store, checks, 'made_now');
}

/** The same for checks that were made elsewhere or long ago: they take their place in time, and only the newest become "the last". */
export function importChecks(store: Store, checks: readonly Check[]): SavedAll {
  // A number of a case means something only in the history it comes from.
  const withoutCase = checks.map((check) => (check.caseId === null ? check : { ...check, caseId: null }));
  return insertAll(store, withoutCase, 'imported');
}

/** Saves checks and gives their numbers in the same order; to be run inside a transaction. */
export function insertChecks(store: Store, checks: readonly Check[], arrival: Arrival): readonly number[] {
  const hosts = startArrivals(store, arrival);
  const ids = checks.map((check) => insertCheck(store, check, { arrival, hosts }));
  hosts.write();
  return ids;
}

function insertAll(store: Store, checks: readonly Check[], arrival: Arrival): SavedAll {
  const written = writing(store, () => insertChecks(store, checks, arrival));
  return written.kind === 'committed' ? { kind: 'saved', ids: written.value } : { kind: 'not_saved', problem: written.problem };
}
