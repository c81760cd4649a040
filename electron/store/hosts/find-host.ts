import type { HostSummary } from '../../../shared/history/host.ts';
import { findSummaries } from './host-summary.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** The host of this name, address or former name, or null when there is none. Never throws for reasons of the disk or the file. */
export function findHost(store: Store, host: string): StoreReading<HostSummary | null> {
  return reading(store, () => {
    const hostId = prepared(store, HOST_BY_NAME).pluck().get({ host });
    if (hostId === undefined) return { kind: 'read', value: null };
    const { rows } = findSummaries(store, [Number(hostId)]);
    const [summary] = rows;
    if (summary !== undefined) return { kind: 'read', value: summary };
    return { kind: 'unreadable', problem: { kind: 'damaged', path: store.path, detail: `The row of ${host} does not fit.` } };
  });
}

/** The number of a host by its name or a former one. */
export const HOST_BY_NAME = `
  SELECT id FROM hosts WHERE host = @host AND hidden_at_ms IS NULL
  UNION ALL
  SELECT id FROM former_names JOIN hosts ON hosts.id = former_names.host_id WHERE former_names.host = @host AND hidden_at_ms IS NULL`;
