import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { classifyProblem } from './classify-problem.ts';
import { inodeOf } from './file/inode.ts';
import { closedProblem, type Store } from './store.ts';

/** What a transaction brought: it is on the disk, or nothing of it was written. */
export type Writing<T> =
  { readonly kind: 'committed'; readonly value: T } | { readonly kind: 'not_written'; readonly problem: StoreProblem };

/** Runs `write` in one transaction. Never throws for reasons of the disk or the file. */
export function writing<T>(store: Store, write: () => T): Writing<T> {
  if (!store.database.open) return { kind: 'not_written', problem: closedProblem(store) };
  if (store.unwritable !== null) return { kind: 'not_written', problem: store.unwritable };
  try {
    if (inodeOf(store.path) !== store.inode) return { kind: 'not_written', problem: movedAway(store) };
    // The write lock is asked for at once: a transaction that begins by reading could not wait for another writer.
    return { kind: 'committed', value: store.database.transaction(write).immediate() };
  } catch (error) {
    return { kind: 'not_written', problem: classifyProblem(error, store.path) };
  }
}

function movedAway({ path }: Store): StoreProblem {
  return { kind: 'failed', path, detail: 'The file was moved or deleted while it was open.' };
}
