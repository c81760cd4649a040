import { displayHost } from '../../shared/check/display-host.ts';
import { formatTarget } from '../../shared/check/target.ts';
import type { RequestOf } from '../../shared/ipc/types.ts';
import type { CheckList } from './check-list.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Which checks are meant: all of an endpoint, of a host, what a list shows, or every one. */
export interface CheckScope {
  readonly kind: 'endpoint' | 'host' | 'listed' | 'all';
  /** Of the endpoint or the host; empty for the others. */
  readonly name: string;
  readonly checks: RequestOf<'exportChecks'>['checks'];
}

/** What can be meant where the person is, the narrowest first. */
export function checkScopes({ navigation, endpoint, hosts, listed, everyCheck }: Workspace): readonly CheckScope[] {
  const all: CheckScope = { kind: 'all', name: '', checks: { hostId: null } };
  if (navigation.place.kind === 'checks') return [...shownIn(everyCheck), all];
  const host = navigation.place.kind === 'endpoint' && endpoint !== null ? hosts.find(endpoint.host) : null;
  if (host === null || endpoint === null) return [all];
  const { port, transport } = endpoint;
  const name = displayHost(endpoint.host);
  return [
    ...shownIn(listed),
    { kind: 'endpoint', name: formatTarget({ ...endpoint, host: name }), checks: { hostId: host.id, endpoint: { port, transport } } },
    { kind: 'host', name: host.displayName ?? name, checks: { hostId: host.id } },
    all,
  ];
}

function shownIn({ isFiltered, wanted }: CheckList): readonly CheckScope[] {
  return isFiltered && wanted !== null ? [{ kind: 'listed', name: '', checks: wanted }] : [];
}
