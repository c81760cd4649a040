import * as v from 'valibot';

import type { Endpoint } from '../../../shared/history/checks-wanted.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** The number of the host that has a check; null when it is deleted. Never throws for reasons of the disk or the file. */
export function findHostOfCheck(store: Store, id: number): StoreReading<number | null> {
  return reading(store, () => ({ kind: 'read', value: v.parse(idSchema, prepared(store, HOST_OF_CHECK).pluck().get(id)) }));
}

/** The number of the newest check of an endpoint, seen from here where one is. Never throws for reasons of the disk or the file. */
export function findNewestCheck(store: Store, endpoint: Endpoint & { readonly hostId: number }): StoreReading<number | null> {
  return reading(store, () => {
    const found = prepared(store, NEWEST_FROM_HERE).pluck().get(endpoint) ?? prepared(store, NEWEST).pluck().get(endpoint);
    return { kind: 'read', value: v.parse(idSchema, found) };
  });
}

/** Undefined where there is no row. */
const idSchema = v.nullish(v.number(), null);

/** The listed host of a check. */
export const HOST_OF_CHECK = 'SELECT host_id FROM checks JOIN hosts ON hosts.id = host_id WHERE checks.id = ? AND hidden_at_ms IS NULL';

// The host first, whatever the statistics say: one row decides.
const OF_ENDPOINT = `
  SELECT checks.id FROM hosts CROSS JOIN checks INDEXED BY checks_by_endpoint
  WHERE hosts.id = @hostId AND hidden_at_ms IS NULL AND host_id = @hostId AND port = @port AND transport = @transport`;

const IN_ORDER = 'ORDER BY started_at_ms DESC, checks.id DESC LIMIT 1';

/** The newest check of an endpoint that was made here. */
export const NEWEST_FROM_HERE = `${OF_ENDPOINT} AND vantage = 'here' ${IN_ORDER}`;

/** The newest check of an endpoint. */
export const NEWEST = `${OF_ENDPOINT} ${IN_ORDER}`;
