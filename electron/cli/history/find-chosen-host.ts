import type { Words } from '../../../shared/text/words.ts';
import { findHost } from '../../store/hosts/find-host.ts';
import type { Store } from '../../store/store.ts';
import type { Choice } from './read-choice.ts';

/** The number of the host that was named, null for every host, or a sentence why it is not there. */
export type ChosenHost =
  { readonly kind: 'found'; readonly hostId: number | null } | { readonly kind: 'not_found'; readonly problem: string };

/** Finds the host a command line names. */
export function findChosenHost(store: Store, { host }: Choice, { storeProblems, transfer }: Words): ChosenHost {
  if (host === null) return { kind: 'found', hostId: null };
  const found = findHost(store, host);
  if (found.kind === 'unreadable') return { kind: 'not_found', problem: storeProblems[found.problem.kind](found.problem) };
  return found.value === null ? { kind: 'not_found', problem: transfer.neverChecked(host) } : { kind: 'found', hostId: found.value.id };
}
