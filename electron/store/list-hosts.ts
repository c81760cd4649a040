import * as v from 'valibot';

import type { HostSummary } from '../../shared/history/host.ts';
import { hostsWantedSchema } from '../../shared/history/hosts-wanted.ts';
import type { HostOrder, HostsWanted } from '../../shared/history/hosts-wanted.ts';
import { searchWordsOf } from '../../shared/history/search-text.ts';
import { findSummaries } from './host-summary.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import type { StoreListing } from './store-reading.ts';

/** A part of the list of hosts, and how long the whole list is. */
export type HostListing = (Extract<StoreListing<HostSummary>, { kind: 'listed' }> & { readonly totalCount: number }) | Unreadable;

type Unreadable = Extract<StoreListing<HostSummary>, { kind: 'unreadable' }>;

/** Hosts that match, in order, each with its endpoints and its strip. Never throws for reasons of the disk or the file. */
export function listHosts(store: Store, wanted: HostsWanted): HostListing {
  const { order, offset, limit, ...search } = v.parse(hostsWantedSchema, wanted);
  const words = searchWordsOf(search.text);
  const query = { words: words.length, byOutcome: words.length > 0 && search.outcomes.length > 0, byTag: search.tag !== null };
  const parameters = {
    ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
    ...(query.byOutcome ? { outcomes: JSON.stringify(search.outcomes) } : {}),
    ...(query.byTag ? { tag: search.tag } : {}),
    favouritesOnly: Number(search.favouritesOnly),
  };
  return reading(store, () => {
    const ids = prepared(store, hostIds(query, order))
      .pluck()
      .all({ ...parameters, offset, limit });
    const totalCount = Number(prepared(store, hostCount(query)).pluck().get(parameters));
    return { kind: 'listed', ...findSummaries(store, ids.map(Number)), totalCount };
  });
}

/** What a search for hosts looks at. */
interface HostQuery {
  /** How many words are to be found. */
  readonly words: number;
  readonly byOutcome: boolean;
  readonly byTag: boolean;
}

/** The numbers of the hosts that match, in order. */
export function hostIds(query: HostQuery, order: HostOrder): string {
  return `SELECT id FROM hosts WHERE ${conditionOf(query)} ORDER BY is_favourite DESC, ${orders[order]} LIMIT @limit OFFSET @offset`;
}

/** How many hosts match. */
export function hostCount(query: HostQuery): string {
  return `SELECT count(*) FROM hosts WHERE ${conditionOf(query)}`;
}

function conditionOf({ words, byOutcome, byTag }: HostQuery): string {
  const found = Array.from({ length: words }, (_, index) => `instr(search_text, @word${index}) > 0`).join(' AND ');
  const matches = byOutcome ? `(${found} OR last_outcome IN (SELECT value FROM json_each(@outcomes)))` : found;
  const tagged = 'id IN (SELECT host_id FROM host_tags WHERE tag = @tag)';
  const conditions = ['hidden_at_ms IS NULL', 'is_favourite >= @favouritesOnly', matches, byTag ? tagged : ''];
  return conditions.filter((condition) => condition !== '').join(' AND ');
}

const orders: Readonly<Record<HostOrder, string>> = {
  last_check: 'last_checked_at_ms DESC, id DESC',
  name: 'coalesce(display_name, host) COLLATE NOCASE, id',
  outcome: `last_outcome IS NULL, last_outcome IN ('succeeded', 'cancelled'), last_checked_at_ms DESC, id DESC`,
  check_count: 'check_count DESC, id DESC',
};
