import { endpointSchema } from '../../../shared/history/checks-wanted.ts';
import type { HostLine } from '../../../shared/report/host-line.ts';
import { fitting } from '../fitting.ts';
import { readHost } from './read-host.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';

/** What is known of a host that its checks do not tell; null when that is nothing, or cannot be read. Never throws for reasons of the disk or the file. */
export function readHostLine(store: Store, hostId: number): HostLine | null {
  const host = readHost(store, hostId);
  if (host.kind === 'unreadable' || host.value === null) return null;
  const { summary, notes, formerNames } = host.value;
  const endpoints = reading(store, () => ({
    kind: 'listed',
    ...fitting(endpointSchema, prepared(store, UNCHECKED_ENDPOINTS).all(hostId)),
  }));
  if (endpoints.kind === 'unreadable') return null;
  const { displayName, isFavourite, tags, checkCount } = summary;
  const isPlain = displayName === null && !isFavourite && [tags, notes, formerNames, endpoints.rows].every(({ length }) => length === 0);
  if (isPlain && checkCount > 0) return null;
  return {
    ...{ kind: 'host', version: 1, host: summary.host, displayName, isFavourite, tags: [...tags] },
    notes: notes.toReversed().map(({ text, writtenAtMs, editedAtMs }) => ({ text, writtenAtMs, editedAtMs })),
    formerNames,
    endpoints: [...endpoints.rows],
  };
}

/** Endpoints of a host that have no check. */
export const UNCHECKED_ENDPOINTS =
  'SELECT port, transport FROM endpoints WHERE host_id = ? AND check_count = 0 ORDER BY port, transport LIMIT 10000';
