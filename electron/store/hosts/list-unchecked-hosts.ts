import * as v from 'valibot';

import { fitting } from '../fitting.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';

/** The numbers of all hosts that have no check, oldest first. Never throws for reasons of the disk or the file. */
export function listUncheckedHosts(store: Store): StoreListing<number> {
  return reading(store, () => ({ kind: 'listed', ...fitting(v.number(), prepared(store, UNCHECKED_HOSTS).pluck().all()) }));
}

/** What is in the trash is not there. */
const UNCHECKED_HOSTS = 'SELECT id FROM hosts WHERE hidden_at_ms IS NULL AND check_count = 0 ORDER BY id';
