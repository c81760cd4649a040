import { isInNetwork } from '../reading/networks.ts';
import { see } from './measured-signs.ts';
import type { See } from './sign.ts';

/** The route of this computer to the target is of one of these ways. */
export function routeHere(
  ...ways: readonly ('gateway' | 'on_link' | 'this_computer' | 'none' | 'unreachable' | 'prohibit' | 'blackhole')[]
): See {
  return (evidence) =>
    see(evidence, 'local_route', ({ way, prefix, gateway }) => (ways.includes(way) ? { kind: 'route_here', way, prefix, gateway } : null));
}

/** A route for this very network or host, beside the default one. */
export const specificRouteHere: See = (evidence) =>
  see(evidence, 'local_route', ({ way, prefix, gateway }) =>
    way === 'gateway' && prefix !== null && !defaults.includes(prefix) ? { kind: 'route_here', way, prefix, gateway } : null,
  );

const defaults: readonly string[] = ['default', '0.0.0.0/0', '::/0'];

/** A route takes the target for a neighbour, though this computer is in no network with it: a mask or a route that is wrong. */
export const takenForNeighbour: See = (evidence) =>
  see(evidence, 'local_route', ({ way, prefix, source, gateway, isTunnel }) =>
    way === 'on_link' && !isTunnel && prefix !== null && source !== null && !isInNetwork(source, prefix)
      ? { kind: 'route_here', way, prefix, gateway }
      : null,
  );

/** The route leads through a VPN. */
export const throughTunnel: See = (evidence) =>
  see(evidence, 'local_route', ({ isTunnel, interfaceName }) => (isTunnel ? { kind: 'route_through_tunnel', interfaceName } : null));

/** This computer has no default route of the target's family, or none at all. */
export const noDefaultRoute: See = (evidence) =>
  see(evidence, 'local_route', ({ way, defaultRoutes }) =>
    way === 'none' && defaultRoutes.length === 0 ? { kind: 'no_default_route' } : null,
  );

/** Nobody on the local network answered for the address. */
export const neighbourMissing: See = (evidence) =>
  see(evidence, 'local_route', ({ way, neighbour, gateway }) =>
    way === 'on_link' && neighbour === 'not_found' ? { kind: 'neighbour_missing', address: gateway ?? evidence.check.target.host } : null,
  );

/** A neighbour has the address: some host is there. */
export const neighbourThere: See = (evidence) =>
  see(evidence, 'local_route', ({ way, neighbour }) =>
    way === 'on_link' && neighbour === 'found' ? { kind: 'neighbour_there', address: evidence.check.target.host } : null,
  );

/** This computer's own router does not answer for its address. */
export const gatewayMissing: See = (evidence) =>
  see(evidence, 'local_route', ({ way, neighbour, gateway }) =>
    way === 'gateway' && neighbour === 'not_found' && gateway !== null ? { kind: 'neighbour_missing', address: gateway } : null,
  );

/** A filter on this computer acts on what goes out. */
export const filtersOutgoing: See = (evidence) =>
  see(evidence, 'local_firewall', ({ filtersOutgoing: filters }) => (filters === true ? { kind: 'filters_outgoing' } : null));

/** Nothing filters on this computer. */
export const noFilterHere: See = (evidence) =>
  see(evidence, 'local_firewall', ({ isActive }) => (isActive === false ? { kind: 'no_filter_here' } : null));

/** Programs here are told to use a proxy. */
export const proxySet: See = (evidence) =>
  see(evidence, 'local_proxy', ({ proxy }) => (proxy === null ? null : { kind: 'proxy_set', proxy }));
