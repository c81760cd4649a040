import * as v from 'valibot';

import { hostCountsSchema, hostCountsWantedSchema } from '../../../shared/history/host-counts.ts';
import type { HostCounts, HostCountsWanted } from '../../../shared/history/host-counts.ts';
import { hostSearch } from './host-search.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** How many hosts match, by when they were checked last. Never throws for reasons of the disk or the file. */
export function countHosts(store: Store, wanted: HostCountsWanted): StoreReading<HostCounts> {
  const { todayFromMs, yesterdayFromMs, ...search } = v.parse(hostCountsWantedSchema, wanted);
  const { condition, parameters } = hostSearch({ ...search, favouritesOnly: false });
  return reading(store, () => {
    const counts = prepared(store, hostCounts(condition)).get({ ...parameters, todayFromMs, yesterdayFromMs });
    return { kind: 'read', value: v.parse(hostCountsSchema, counts) };
  });
}

function hostCounts(condition: string): string {
  const others = (part: string): string => `count(*) FILTER (WHERE is_favourite = 0 AND ${part})`;
  return `
  SELECT
    count(*) FILTER (WHERE is_favourite = 1) AS favourites,
    ${others('last_checked_at_ms >= @todayFromMs')} AS today,
    ${others('last_checked_at_ms >= @yesterdayFromMs AND last_checked_at_ms < @todayFromMs')} AS yesterday,
    ${others('last_checked_at_ms < @yesterdayFromMs')} AS earlier,
    ${others('last_checked_at_ms IS NULL')} AS neverChecked,
    (SELECT count(*) FROM hosts WHERE hidden_at_ms IS NULL) AS inAll
  FROM hosts WHERE ${condition}`;
}
