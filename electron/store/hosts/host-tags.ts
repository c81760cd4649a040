import * as v from 'valibot';

import { tagSchema } from '../../../shared/history/host-label.ts';
import { changing } from '../changing.ts';
import type { Written } from '../changing.ts';
import { fitting } from '../fitting.ts';
import { IS_LISTED } from './read-host.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';

/** A tag and how many hosts have it. */
export interface TagCount {
  readonly tag: string;
  readonly hostCount: number;
}

/** Gives a host these tags and no others; tags that differ only in case are one. Never throws for reasons of the disk or the file. */
export function setTags(store: Store, { hostId, tags }: { readonly hostId: number; readonly tags: readonly string[] }): Written {
  return changing(store, () => {
    if (prepared(store, IS_LISTED).get(hostId) === undefined) return false;
    prepared(store, DELETE_TAGS).run(hostId);
    addTags(store, hostId, tags);
    return true;
  });
}

/** Adds tags to those a host has; to be run inside a transaction. */
export function addTags(store: Store, hostId: number, tags: readonly string[]): void {
  for (const tag of tags) prepared(store, INSERT_TAG).run({ hostId, tag });
  refreshSearchText(store, hostId);
}

/** All tags in alphabetical order. Never throws for reasons of the disk or the file. */
export function listTags(store: Store): StoreListing<TagCount> {
  return reading(store, () => ({ kind: 'listed', ...fitting(tagCountSchema, prepared(store, TAG_COUNTS).all()) }));
}

const tagCountSchema = v.object({ tag: tagSchema, hostCount: v.number() });

const DELETE_TAGS = 'DELETE FROM host_tags WHERE host_id = ?';

const INSERT_TAG = 'INSERT INTO host_tags (host_id, tag) VALUES (@hostId, @tag) ON CONFLICT DO NOTHING';

/** How many hosts have each tag. */
export const TAG_COUNTS = `
  SELECT tag, count(*) AS hostCount FROM host_tags
  WHERE host_id NOT IN (SELECT id FROM hosts WHERE hidden_at_ms IS NOT NULL) GROUP BY tag ORDER BY tag`;
