import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { patientlyAfter } from '../store/patiently-after.ts';
import type { Attempted } from '../store/patiently.ts';
import type { Store, StoreOpening } from '../store/store.ts';
import { wipeLog } from '../store/wipe-log.ts';
import { whenSettled } from './reopen-history.ts';

/** What reading answers when the history did not open. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly problem: StoreProblem;
}

/** What changing answers when the history did not open. */
export interface NotWritten {
  readonly kind: 'not_written';
  readonly problem: StoreProblem;
}

/** Reads from the history, or says why it did not open. */
export function readFrom<T>(opening: StoreOpening, read: (store: Store) => T): T | Unreadable {
  return opening.kind === 'open' ? read(opening.store) : { kind: 'unreadable', problem: opening.problem };
}

/** Changes the history, or says why it did not open. Waits while an import, a restore or a repair writes. */
export async function writeTo<T extends Attempted>(opening: StoreOpening, write: (store: Store) => T): Promise<T | NotWritten> {
  const settled = await whenSettled(opening);
  if (settled.kind === 'unusable') return { kind: 'not_written', problem: settled.problem };
  return patientlyAfter(settled.store, write);
}

/** The same for a change that takes away what a person wrote: soon it is nowhere in the files of the history either. */
export async function deleteFrom<T extends Attempted>(opening: StoreOpening, change: (store: Store) => T): Promise<T | NotWritten> {
  const changed = await writeTo(opening, change);
  if (opening.kind === 'open') void wipeLog(opening.store);
  return changed;
}
