import * as v from 'valibot';

import { checkSchema } from '../../shared/check/check.ts';
import type { Check } from '../../shared/check/check.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import type { StoreReading } from './store-reading.ts';

/** Which checks are wanted. */
export interface RecentChecksWanted {
  readonly hostId: number;
  readonly limit: number;
}

/** The newest checks of a host as they were kept, newest first; damaged ones are left out. Never throws for reasons of the disk or the file. */
export function recentChecks(store: Store, wanted: RecentChecksWanted): StoreReading<readonly Check[]> {
  return reading(store, () => {
    const rows = v.parse(rowsSchema, prepared(store, RECENT_DOCUMENTS).raw().all(wanted));
    const checks = rows.flatMap(([id, document]): readonly Check[] => {
      const read = v.safeParse(savedCheckSchema, document);
      return read.success ? [{ ...read.output, id }] : [];
    });
    return { kind: 'read', value: checks };
  });
}

const rowsSchema = v.array(v.tuple([v.number(), v.string()]));

/** What is in the file may have been written by anyone. */
const savedCheckSchema = v.pipe(v.string(), v.parseJson(), checkSchema);

/** From the index of a host's checks by time. */
export const RECENT_DOCUMENTS = `
  SELECT checks.id, document FROM checks INDEXED BY checks_by_host JOIN check_documents ON check_id = checks.id
  WHERE host_id = @hostId ORDER BY started_at_ms DESC, checks.id DESC LIMIT @limit`;
