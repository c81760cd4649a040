import * as v from 'valibot';

import { checkCountsSchema } from '../../../shared/history/check-row.ts';
import type { CheckCounts } from '../../../shared/history/check-row.ts';
import type { Endpoint } from '../../../shared/history/checks-wanted.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** How many checks a host has, or one endpoint of it. Never throws for reasons of the disk or the file. */
export function countChecksOf(
  store: Store,
  { hostId, endpoint }: { readonly hostId: number; readonly endpoint: Endpoint | null },
): StoreReading<CheckCounts> {
  return reading(store, () => {
    const counts =
      endpoint === null
        ? prepared(store, COUNTS_OF_HOST).get({ hostId })
        : prepared(store, COUNTS_OF_ENDPOINT).get({ hostId, ...endpoint });
    return { kind: 'read', value: v.parse(checkCountsSchema, counts) };
  });
}

/** What the endpoints of a host have counted. */
export const COUNTS_OF_HOST = `
  SELECT coalesce(sum(check_count), 0) AS "all", coalesce(sum(change_count), 0) AS changes, coalesce(sum(failure_count), 0) AS failures
  FROM endpoints WHERE host_id = @hostId`;

/** What an endpoint has counted; a sum, so that one that is not there has no checks. */
export const COUNTS_OF_ENDPOINT = `${COUNTS_OF_HOST} AND port = @port AND transport = @transport`;
