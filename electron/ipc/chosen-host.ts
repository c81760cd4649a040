import { readHost } from '../store/hosts/read-host.ts';
import type { Store } from '../store/store.ts';
import type { Unreadable } from './with-store.ts';

/** The host that checks were chosen of; its name is null where it is all of them. */
export type ChosenHost = { readonly kind: 'found'; readonly host: string | null } | { readonly kind: 'gone' } | Unreadable;

/** Finds the name of a host by its number; null stands for all hosts. */
export function findChosenHost(store: Store, hostId: number | null): ChosenHost {
  if (hostId === null) return { kind: 'found', host: null };
  const details = readHost(store, hostId);
  if (details.kind === 'unreadable') return details;
  return details.value === null ? { kind: 'gone' } : { kind: 'found', host: details.value.summary.host };
}
