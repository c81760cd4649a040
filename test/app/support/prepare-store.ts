import { findHost } from '../../../electron/store/hosts/find-host.ts';
import { openStore } from '../../../electron/store/open.ts';
import { closeStore, type Store } from '../../../electron/store/store.ts';

/** Works on the history of a data folder before the app opens it. */
export function withStore(folder: string, work: (store: Store) => void): void {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  work(opening.store);
  closeStore(opening.store);
}

/** The number of a host in the history. */
export function idOf(store: Store, host: string): number {
  const found = findHost(store, host);
  if (found.kind === 'unreadable' || found.value === null) throw new Error(`${host} is not in the history.`);
  return found.value.id;
}
