import type { Database } from 'better-sqlite3';
import * as v from 'valibot';

import { transportSchema } from '../../../shared/check/target.ts';
import { addHost, findHostId } from '../hosts/hosts.ts';
import { addEndpoint } from '../hosts/endpoints.ts';
import { prepared, type Store } from '../store.ts';
import { columnsOf } from './columns-of.ts';
import { salvageKeyedTable } from './salvage-keyed-table.ts';
import { salvageTable } from './salvage-table.ts';

/** Makes the hosts again whose rows are lost, under their numbers: a check of each still tells its name. Their notes and tags find them. */
export function makeLostHosts(store: Store): void {
  for (const row of store.database.prepare(LOST_HOSTS).all()) {
    const { id, host, seenAtMs } = v.parse(lostSchema, row);
    if (findHostId(store, host) !== null) continue;
    const madeAs = addHost(store, host, seenAtMs);
    prepared(store, 'UPDATE hosts SET id = ? WHERE id = ?').run(id, madeAs);
  }
}

const lostSchema = v.object({ id: v.number(), host: v.string(), seenAtMs: v.number() });

const LOST_HOSTS = `
  SELECT host_id AS id, document ->> '$.target.host' AS host, min(document ->> '$.startedAtMs') AS seenAtMs
  FROM seen_checks JOIN staged_documents ON check_id = seen_checks.id
  WHERE host_id NOT IN (SELECT id FROM hosts) GROUP BY host_id`;

/** Hides the hosts again that were deleted, or being merged: saving a check of a host brings it back. Those of whole rows come last. */
export function hideAgain(store: Store, sources: readonly Database[]): void {
  const columns = ['hidden_at_ms', 'is_purged', 'merged_into'];
  const hide = store.database.prepare('UPDATE OR IGNORE hosts SET hidden_at_ms = ?, is_purged = ?, merged_into = ? WHERE id = ?');
  for (const from of sources) {
    if (!columns.every((column) => columnsOf(from, 'hosts').includes(column))) continue;
    salvageTable(from, {
      name: 'hosts',
      columns,
      take: (row) => {
        const fit = v.safeParse(hiddenSchema, row);
        if (fit.success) hide.run(fit.output.hidden_at_ms, fit.output.is_purged, fit.output.merged_into, fit.output.rowid);
      },
    });
  }
}

const hiddenSchema = v.object({
  rowid: v.number(),
  hidden_at_ms: v.nullable(v.pipe(v.number(), v.integer())),
  is_purged: v.picklist([0, 1]),
  merged_into: v.nullable(v.pipe(v.number(), v.integer())),
});

/** Lists the endpoints again that have no check; the others came with theirs. Gives how many checks all endpoints say there were. */
export function listEndpoints(store: Store, sources: readonly Database[]): number {
  let checkCount = 0;
  for (const [index, from] of sources.entries()) {
    const counts = new Map<string, number>();
    const take = (row: unknown): void => {
      const fit = v.safeParse(endpointSchema, row);
      if (!fit.success) return;
      const { host_id: hostId, port, transport, check_count: count } = fit.output;
      counts.set(`${hostId} ${port} ${transport}`, count);
      if (count === 0 && prepared(store, 'SELECT 1 FROM hosts WHERE id = ?').get(hostId) !== undefined)
        addEndpoint(store, { hostId, port, transport });
    };
    if (!columnsOf(from, 'endpoints').includes('check_count')) continue;
    const isWhole = salvageKeyedTable(from, { name: 'endpoints', columns: ['host_id', 'port', 'transport', 'check_count'], take });
    if (index === 0) checkCount = [...counts.values()].reduce((sum, count) => sum + count, 0);
    // A backup only says what the damaged one cannot.
    if (isWhole) break;
  }
  return checkCount;
}

const endpointSchema = v.object({
  host_id: v.pipe(v.number(), v.safeInteger()),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  transport: transportSchema,
  check_count: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000_000)),
});
