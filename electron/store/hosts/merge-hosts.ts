import * as v from 'valibot';

import { makeRoom, readEnd } from '../checks/check-order.ts';
import type { CheckPlace } from '../checks/check-order.ts';
import { changing } from '../changing.ts';
import type { Written } from '../changing.ts';
import { dismantle } from './dismantle-host.ts';
import { recordEndpoint } from './endpoints.ts';
import { countToHost } from './hosts.ts';
import { IS_LISTED } from './read-host.ts';
import { PLACE_COLUMNS, readPlace } from '../read-place.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';
import type { Writing } from '../writing.ts';

/** Two hosts that are one. */
export interface Merge {
  /** What it has goes to the other one. */
  readonly hostId: number;
  readonly intoHostId: number;
  /** Unix milliseconds. */
  readonly nowMs: number;
}

/**
 * Begins to merge a host into another one: it leaves all lists, its name and all labels change over. Its checks follow in slices
 * (`mergeSlice`), now or after the next start. Never throws for reasons of the disk or the file.
 */
export function beginMerge(store: Store, { hostId, intoHostId, nowMs }: Merge): Written {
  return changing(store, () => {
    const areListed = [hostId, intoHostId].every((id) => prepared(store, IS_LISTED).get(id) !== undefined);
    if (!areListed || hostId === intoHostId) return false;
    for (const sql of CHANGE_OVER) prepared(store, sql).run({ hostId, intoHostId, nowMs });
    refreshSearchText(store, intoHostId);
    return true;
  });
}

/** Moves some checks of a host that is being merged, and gives how many; null when none is being merged. Never throws for reasons of the disk or the file. */
export function mergeSlice(store: Store): Writing<number | null> {
  return writing(store, () => {
    const merging = v.safeParse(mergingSchema, prepared(store, HOST_TO_MERGE).get());
    if (!merging.success) return null;
    const { hostId, intoHostId } = merging.output;
    const checks = prepared(store, CHECKS_TO_MOVE).all(hostId).map(readPlace);
    for (const check of checks) moveCheck(store, check, intoHostId);
    if (checks.length === 0) dismantle(store, hostId);
    return checks.length;
  });
}

/** How many checks are still to be moved. */
export const CHECKS_TO_MERGE = 'SELECT coalesce(sum(check_count), 0) FROM hosts WHERE merged_into IS NOT NULL';

const mergingSchema = v.object({ hostId: v.number(), intoHostId: v.number() });

function moveCheck(store: Store, check: CheckPlace, intoHostId: number): void {
  const place = { ...check, hostId: intoHostId };
  const disturbance = makeRoom(store, place, readEnd(store, place));
  prepared(store, MOVE_CHECK).run({ id: check.id, intoHostId, isChange: Number(disturbance.isChange) });
  prepared(store, UNCOUNT_HOST).run(check.hostId);
  recordEndpoint(store, { place, disturbance }, 'imported');
  const { outcome, startedAtMs, vantage } = place;
  const last = vantage === 'here' ? { outcome, startedAtMs } : null;
  countToHost(store, { hostId: intoHostId, last, checkCount: 1, newEndpointCount: 0 }, 'imported');
}

const FROM_TO = 'host_id = @intoHostId WHERE host_id = @hostId';

/** What changes over at once; what both have, the other one keeps. */
const CHANGE_OVER: readonly string[] = [
  `UPDATE former_names SET ${FROM_TO}`,
  'INSERT INTO former_names (host, host_id) SELECT host, @intoHostId FROM hosts WHERE id = @hostId',
  `UPDATE host_notes SET ${FROM_TO}`,
  // An endpoint has one open case.
  `UPDATE cases SET closed_at_ms = @nowMs WHERE host_id = @hostId AND closed_at_ms IS NULL AND EXISTS (
    SELECT 1 FROM cases AS other WHERE other.host_id = @intoHostId AND other.port = cases.port AND other.transport = cases.transport
      AND other.closed_at_ms IS NULL)`,
  `UPDATE cases SET ${FROM_TO}`,
  `UPDATE transcripts SET ${FROM_TO}`,
  `UPDATE OR IGNORE host_tags SET ${FROM_TO}`,
  `INSERT INTO host_addresses (host_id, address, first_seen_at_ms, last_seen_at_ms)
    SELECT @intoHostId, address, first_seen_at_ms, last_seen_at_ms FROM host_addresses WHERE host_id = @hostId
    ON CONFLICT DO UPDATE SET first_seen_at_ms = min(first_seen_at_ms, excluded.first_seen_at_ms),
      last_seen_at_ms = max(last_seen_at_ms, excluded.last_seen_at_ms)`,
  `INSERT INTO endpoints (host_id, port, transport) SELECT @intoHostId, port, transport FROM endpoints WHERE host_id = @hostId
    ON CONFLICT DO NOTHING`,
  'UPDATE hosts SET merged_into = @intoHostId WHERE merged_into = @hostId',
  `UPDATE hosts SET endpoint_count = (SELECT count(*) FROM endpoints WHERE host_id = @intoHostId),
    display_name = coalesce(display_name, (SELECT display_name FROM hosts WHERE id = @hostId)),
    is_favourite = max(is_favourite, (SELECT is_favourite FROM hosts WHERE id = @hostId)),
    (system, system_learnt_at_ms) = (SELECT system, system_learnt_at_ms FROM hosts AS either
      WHERE either.id IN (@hostId, @intoHostId) AND system IS NOT NULL ORDER BY either.id = @intoHostId DESC LIMIT 1)
    WHERE id = @intoHostId`,
  // Its own name is the other one's now: this one no host can have.
  `UPDATE hosts SET host = 'merged:' || id, hidden_at_ms = @nowMs, merged_into = @intoHostId WHERE id = @hostId`,
];

/** The next host that is being merged. */
export const HOST_TO_MERGE =
  'SELECT id AS hostId, merged_into AS intoHostId FROM hosts WHERE hidden_at_ms IS NOT NULL AND merged_into IS NOT NULL LIMIT 1';

/** So many checks are moved in one transaction: some milliseconds. */
const SLICE = 100;

/** Some checks of a host, oldest first, so that most of them come to their new place as the newest. */
export const CHECKS_TO_MOVE = `SELECT ${PLACE_COLUMNS} FROM checks WHERE host_id = ? ORDER BY started_at_ms, id LIMIT ${SLICE}`;

const MOVE_CHECK = 'UPDATE checks SET host_id = @intoHostId, is_change = @isChange WHERE id = @id';

const UNCOUNT_HOST = 'UPDATE hosts SET check_count = check_count - 1 WHERE id = ?';
