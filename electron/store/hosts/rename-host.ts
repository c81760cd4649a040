import { isIP } from 'node:net';

import type { Gone, NotWritten } from '../changing.ts';
import { findHostId } from './hosts.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';

/** Whether a host has its new name. "name_taken": another host has it, or had it; the two can be merged. */
export type Renamed = { readonly kind: 'written' } | { readonly kind: 'name_taken'; readonly hostId: number } | Gone | NotWritten;

/** Gives a host another name; checks of the former one are still kept with it. Never throws for reasons of the disk or the file. */
export function renameHost(store: Store, { hostId, host }: { readonly hostId: number; readonly host: string }): Renamed {
  const written = writing(store, (): Renamed => {
    const former = prepared(store, NAME_OF_HOST).pluck().get(hostId);
    if (former === undefined) return { kind: 'gone' };
    const owner = findHostId(store, host);
    if (owner !== null && owner !== hostId) return { kind: 'name_taken', hostId: owner };
    prepared(store, KEEP_FORMER_NAME).run({ hostId, host: former });
    // It may have had this name before.
    prepared(store, FORGET_FORMER_NAME).run(host);
    prepared(store, SET_NAME).run({ hostId, host, kind: isIP(host) === 0 ? 'name' : 'address' });
    refreshSearchText(store, hostId);
    return { kind: 'written' };
  });
  return written.kind === 'committed' ? written.value : written;
}

const NAME_OF_HOST = 'SELECT host FROM hosts WHERE id = ? AND hidden_at_ms IS NULL';

const KEEP_FORMER_NAME = 'INSERT INTO former_names (host, host_id) VALUES (@host, @hostId) ON CONFLICT DO NOTHING';

const FORGET_FORMER_NAME = 'DELETE FROM former_names WHERE host = ?';

const SET_NAME = 'UPDATE hosts SET host = @host, kind = @kind WHERE id = @hostId';
