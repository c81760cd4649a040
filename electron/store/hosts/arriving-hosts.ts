import type { Check } from '../../../shared/check/check.ts';
import type { Arrival } from '../arrival.ts';
import { recordAddress } from './host-addresses.ts';
import { addHost, countToHost, findHostId, takeBack } from './hosts.ts';
import { refreshSearchText } from './search-text.ts';
import type { Store } from '../store.ts';

/**
 * The hosts of the checks that one transaction brings: each is looked up or made with its first check, and written to once, at the end.
 * A sweep of all ports would write the same row 65 535 times otherwise.
 */
export interface ArrivingHosts {
  /**
   * The number of the host of a check, made when it is new. A check of a former name counts to the host that had it; a deleted host comes
   * back with its past.
   */
  readonly idOf: (check: Check) => number;
  /** Counts a check to its host. */
  readonly count: (hostId: number, check: Check, isNewEndpoint: boolean) => void;
  /** Writes what was counted; to be run at the end of the transaction. */
  readonly write: () => void;
}

/** Begins with the checks of a transaction; to be run inside it. */
export function startArrivals(store: Store, arrival: Arrival): ArrivingHosts {
  const ids = new Map<string, number>();
  const newIds = new Set<number>();
  const counted = new Map<number, Counted>();
  return {
    idOf: ({ target: { host }, startedAtMs }) => {
      const known = ids.get(host) ?? findHostId(store, host);
      if (known !== null && !ids.has(host)) takeBack(store, known);
      const hostId = known ?? addHost(store, host, startedAtMs);
      if (known === null) newIds.add(hostId);
      ids.set(host, hostId);
      return hostId;
    },
    count: (hostId, check, isNewEndpoint) => {
      const host = counted.get(hostId) ?? { last: null, checkCount: 0, newEndpointCount: 0, addresses: new Map() };
      counted.set(hostId, host);
      host.checkCount += 1;
      host.newEndpointCount += Number(isNewEndpoint);
      // The last one made is the last one whatever the clock says; of those from elsewhere, the newest by time is.
      const isLast = arrival === 'made_now' || check.startedAtMs >= (host.last?.startedAtMs ?? -Infinity);
      if (isLast && check.vantage === 'here') host.last = check;
      seeAddresses(host.addresses, check);
    },
    write: () => {
      for (const [hostId, { last, addresses, ...counts }] of counted) {
        countToHost(
          store,
          { hostId, last: last === null ? null : { outcome: last.outcome, startedAtMs: last.startedAtMs }, ...counts },
          arrival,
        );
        const areNew = [...addresses].map(([address, seen]) => recordAddress(store, { hostId, address, ...seen }));
        if (newIds.has(hostId) || areNew.includes(true)) refreshSearchText(store, hostId);
      }
    },
  };
}

/** What the checks of one host bring. */
interface Counted {
  /** Of those made here; null while there is none. */
  last: Check | null;
  checkCount: number;
  newEndpointCount: number;
  readonly addresses: Map<string, Seen>;
}

/** Unix milliseconds. */
interface Seen {
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
}

/** A name is linked to every address that resolving it showed; an address typed as such links to nothing. */
function seeAddresses(addresses: Map<string, Seen>, { resolution, startedAtMs }: Check): void {
  if (resolution === null || resolution.source === 'literal') return;
  for (const { address } of resolution.addresses) {
    const seen = addresses.get(address);
    addresses.set(address, {
      firstSeenAtMs: Math.min(seen?.firstSeenAtMs ?? startedAtMs, startedAtMs),
      lastSeenAtMs: Math.max(seen?.lastSeenAtMs ?? startedAtMs, startedAtMs),
    });
  }
}
