import { hostSchema } from '../../../shared/check/target.ts';
import { fitting } from '../fitting.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';

/** Every name and address that a host has or had, in no order. Never throws for reasons of the disk or the file. */
export function listHostNames(store: Store): StoreListing<string> {
  return reading(store, () => ({ kind: 'listed', ...fitting(hostSchema, prepared(store, HOST_NAMES).pluck().all()) }));
}

/** Names of hosts, from their indexes alone. */
export const HOST_NAMES = 'SELECT host FROM hosts UNION ALL SELECT host FROM former_names';
