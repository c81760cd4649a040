import type { Check } from '../../shared/check/check.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';

/** Links a name to every address that resolving it showed; an address typed as such links to nothing. To be run inside a transaction. */
export function recordAddresses(store: Store, hostId: number, { resolution, startedAtMs }: Check): void {
  if (resolution === null || resolution.source === 'literal') return;
  const areNew = resolution.addresses.map(({ address }) => recordAddress(store, { hostId, address, startedAtMs }));
  if (areNew.includes(true)) refreshSearchText(store, hostId);
}

function recordAddress(store: Store, seen: { readonly hostId: number; readonly address: string; readonly startedAtMs: number }): boolean {
  if (prepared(store, UPDATE_ADDRESS).run(seen).changes > 0) return false;
  prepared(store, INSERT_ADDRESS).run(seen);
  return true;
}

const UPDATE_ADDRESS = `
  UPDATE host_addresses SET
    first_seen_at_ms = min(first_seen_at_ms, @startedAtMs), last_seen_at_ms = max(last_seen_at_ms, @startedAtMs)
  WHERE host_id = @hostId AND address = @address`;

const INSERT_ADDRESS = `
  INSERT INTO host_addresses (host_id, address, first_seen_at_ms, last_seen_at_ms)
  VALUES (@hostId, @address, @startedAtMs, @startedAtMs)`;
