import * as v from 'valibot';

import type { HostSummary } from '../../../shared/history/host.ts';
import { hostsWantedSchema } from '../../../shared/history/hosts-wanted.ts';
import type { HostOrder, HostsWanted } from '../../../shared/history/hosts-wanted.ts';
import { conditionOf, hostSearch } from './host-search.ts';
import type { HostQuery } from './host-search.ts';
import { findSummaries } from './host-summary.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';

/** A part of the list of hosts, and how long the whole list is. */
export type HostListing = (Extract<StoreListing<HostSummary>, { kind: 'listed' }> & { readonly totalCount: number }) | Unreadable;

type Unreadable = Extract<StoreListing<HostSummary>, { kind: 'unreadable' }>;

/** Hosts that match, in order, each with its endpoints and its strip. Never throws for reasons of the disk or the file. */
export function listHosts(store: Store, wanted: HostsWanted): HostListing {
  const { order, offset, limit, ...search } = v.parse(hostsWantedSchema, wanted);
  const { query, parameters } = hostSearch(search);
  return reading(store, () => {
    const ids = prepared(store, hostIds(query, order))
      .pluck()
      .all({ ...parameters, offset, limit });
    const totalCount = Number(prepared(store, hostCount(query)).pluck().get(parameters));
    return { kind: 'listed', ...findSummaries(store, ids.map(Number)), totalCount };
  });
}

/** The numbers of the hosts that match, in order. */
export function hostIds(query: HostQuery, order: HostOrder): string {
  return `SELECT id FROM hosts WHERE ${conditionOf(query)} ORDER BY is_favourite DESC, ${orders[order]} LIMIT @limit OFFSET @offset`;
}

/** How many hosts match. */
export function hostCount(query: HostQuery): string {
  return `SELECT count(*) FROM hosts WHERE ${conditionOf(query)}`;
}

const orders: Readonly<Record<HostOrder, string>> = {
  last_check: 'last_checked_at_ms DESC, id DESC',
  name: 'coalesce(display_name, host) COLLATE NOCASE, id',
  outcome: `last_outcome IS NULL, last_outcome IN ('succeeded', 'cancelled'), last_checked_at_ms DESC, id DESC`,
  check_count: 'check_count DESC, id DESC',
};
