import * as v from 'valibot';

import { tagSchema } from '../../../shared/history/host-label.ts';
import { ENDPOINTS_LISTED, endpointSummarySchema, hostSummarySchema, STRIP_LENGTH, stripCellSchema } from '../../../shared/history/host.ts';
import type { EndpointSummary, HostSummary } from '../../../shared/history/host.ts';
import { fitting } from '../fitting.ts';
import type { Fitting } from '../fitting.ts';
import { flagSchema } from '../flag.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** These hosts in this order, but for those that are gone; to be run inside `reading`. */
export function findSummaries(store: Store, hostIds: readonly number[]): Fitting<HostSummary> {
  const rows = hostIds.map((hostId) => prepared(store, HOST_BY_ID).get(hostId)).filter((row) => row !== undefined);
  const { rows: hosts, unreadableCount } = fitting(hostRowSchema, rows);
  return { rows: hosts.map((host) => summarize(store, host)), unreadableCount };
}

/** What the row of a host in its table holds of its summary. */
const hostRowSchema = v.object({
  ...v.omit(hostSummarySchema, ['endpoints', 'recent', 'tags', 'isFavourite']).entries,
  isFavourite: flagSchema,
});

function summarize(store: Store, host: v.InferOutput<typeof hostRowSchema>): HostSummary {
  return {
    ...host,
    tags: [...fitting(tagSchema, prepared(store, TAGS_OF_HOST).pluck().all(host.id)).rows],
    endpoints: endpointsOf(store, host.id),
    recent: fitting(stripCellSchema, prepared(store, STRIP_OF_HOST).all(host.id)).rows.toReversed(),
  };
}

/** After a scan the few endpoints that answered say more than the many that did not. */
function endpointsOf(store: Store, hostId: number): EndpointSummary[] {
  const working = prepared(store, WORKING_ENDPOINTS).all(hostId);
  const others = working.length < ENDPOINTS_LISTED ? prepared(store, OTHER_ENDPOINTS).all(hostId, ENDPOINTS_LISTED - working.length) : [];
  const { rows } = fitting(endpointSummarySchema, [...working, ...others]);
  return rows.toSorted((a, b) => a.port - b.port || a.transport.localeCompare(b.transport));
}

/** One host. */
export const HOST_BY_ID = `
  SELECT id, host, display_name AS displayName, is_favourite AS isFavourite, last_outcome AS lastOutcome,
    last_checked_at_ms AS lastCheckedAtMs, check_count AS checkCount, endpoint_count AS endpointCount
  FROM hosts WHERE id = ?`;

/** The tags of a host. */
export const TAGS_OF_HOST = 'SELECT tag FROM host_tags WHERE host_id = ? ORDER BY tag';

/** The newest checks of a host that were made here, newest first. */
export const STRIP_OF_HOST = `
  SELECT outcome, duration_ms AS durationMs FROM checks WHERE host_id = ? AND vantage = 'here' ORDER BY started_at_ms DESC, id DESC LIMIT ${STRIP_LENGTH}`;

const ENDPOINTS = 'SELECT port, transport, last_outcome AS lastOutcome, last_checked_at_ms AS lastCheckedAtMs FROM endpoints';

/** Endpoints of a host whose last check succeeded. */
export const WORKING_ENDPOINTS = `
  ${ENDPOINTS} INDEXED BY endpoints_working WHERE host_id = ? AND last_outcome = 'succeeded' ORDER BY port, transport LIMIT ${ENDPOINTS_LISTED}`;

/** The other endpoints of a host. */
export const OTHER_ENDPOINTS = `${ENDPOINTS} WHERE host_id = ? AND last_outcome IS NOT 'succeeded' ORDER BY port, transport LIMIT ?`;
