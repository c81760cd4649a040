import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { classifyProblem } from './classify-problem.ts';
import type { Fitting } from './fitting.ts';
import { closedProblem, type Store } from './store.ts';

/** What reading one thing brought. */
export type StoreReading<T> = { readonly kind: 'read'; readonly value: T } | StoreUnreadable;

/** What reading a list brought. */
export type StoreListing<T> = ({ readonly kind: 'listed' } & Fitting<T>) | StoreUnreadable;

/** The disk or the file did not give it. */
export interface StoreUnreadable {
  readonly kind: 'unreadable';
  readonly problem: StoreProblem;
}

/** Runs a read and turns what SQLite throws into a value. */
export function reading<Reading>(store: Store, read: () => Reading | StoreUnreadable): Reading | StoreUnreadable {
  if (!store.database.open) return { kind: 'unreadable', problem: closedProblem(store) };
  try {
    return read();
  } catch (error) {
    return { kind: 'unreadable', problem: classifyProblem(error, store.path) };
  }
}
