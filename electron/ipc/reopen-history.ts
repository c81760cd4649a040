import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { isWrittenForLong } from '../store/long-writing.ts';
import { closeStore, type StoreOpening } from '../store/store.ts';

/**
 * Puts another opening in place of this one, for everybody who holds it: a history that was repaired, or restored although it did not open,
 * is used on without a restart. The only place that changes one.
 */
export function replaceOpening(opening: StoreOpening, by: StoreOpening): void {
  Object.assign(opening, { damage: undefined }, by);
}

/** Closes the history for everybody who holds it, until `replaceOpening`; meanwhile this is said. */
export function suspendOpening(opening: StoreOpening): void {
  if (opening.kind === 'unusable') return;
  const { store } = opening;
  const problem: StoreProblem = { kind: 'locked', path: store.path, detail: 'It is being repaired.' };
  replaceOpening(opening, { kind: 'unusable', problem });
  closeStore(store);
}

/** The opening once nobody repairs, restores or imports any more: what is saved then is saved into the history that is used on. */
export async function whenSettled(opening: StoreOpening): Promise<StoreOpening> {
  const { path } = opening.kind === 'open' ? opening.store : opening.problem;
  while (isWrittenForLong(path)) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  return opening;
}

/** Between two looks, in milliseconds. */
const LOOK_EVERY_MS = 50;
