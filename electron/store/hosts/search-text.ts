import * as v from 'valibot';

import { searchTextOf } from '../../../shared/history/search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** A name behind a content network has thousands of addresses; the ones seen last are the ones somebody looks for. */
const ADDRESSES_SEARCHED = 200;

/** Notes are searched from the newest on, this many of a host. */
const NOTES_SEARCHED = 200;

/** Brings what a host is found by up to date; to be run inside the transaction that changed one of its labels. */
export function refreshSearchText(store: Store, hostId: number): void {
  const labels = v.parse(labelsSchema, prepared(store, LABELS_OF_HOST).get({ hostId }));
  prepared(store, SET_SEARCH_TEXT).run({ hostId, searchText: searchTextOf(labels) });
}

const textsSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

const labelsSchema = v.object({
  host: v.string(),
  displayName: v.nullable(v.string()),
  formerNames: textsSchema,
  addresses: textsSchema,
  tags: textsSchema,
  notes: textsSchema,
});

const LABELS_OF_HOST = `
  SELECT host, display_name AS displayName,
    (SELECT json_group_array(host ORDER BY host) FROM former_names WHERE host_id = @hostId) AS formerNames,
    (SELECT json_group_array(tag ORDER BY tag) FROM host_tags WHERE host_id = @hostId) AS tags,
    (SELECT json_group_array(address) FROM
      (SELECT address FROM host_addresses WHERE host_id = @hostId ORDER BY last_seen_at_ms DESC, address LIMIT ${ADDRESSES_SEARCHED})) AS addresses,
    (SELECT json_group_array(text) FROM
      (SELECT text FROM host_notes WHERE host_id = @hostId ORDER BY written_at_ms DESC LIMIT ${NOTES_SEARCHED})) AS notes
  FROM hosts WHERE id = @hostId`;

const SET_SEARCH_TEXT = 'UPDATE hosts SET search_text = @searchText WHERE id = @hostId';
