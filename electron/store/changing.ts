import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { Store } from './store.ts';
import { writing } from './writing.ts';

/** What a change brought. "gone": what it is about is not there any more; like "not_written", nothing was changed. */
export type Written = { readonly kind: 'written' } | Gone | NotWritten;

/** What a change is about is not there any more. */
export interface Gone {
  readonly kind: 'gone';
}

/** The disk or the file did not take it. */
export interface NotWritten {
  readonly kind: 'not_written';
  readonly problem: StoreProblem;
}

/** Runs a change in one transaction; it tells whether it found what it is about. Never throws for reasons of the disk or the file. */
export function changing(store: Store, change: () => boolean): Written {
  const written = writing(store, change);
  if (written.kind === 'not_written') return written;
  return { kind: written.value ? 'written' : 'gone' };
}
