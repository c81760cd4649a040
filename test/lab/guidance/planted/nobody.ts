import { asItIs, write } from '../plants.ts';
import type { Planted } from '../planted.ts';
import { addresses } from '../../topology.ts';

const absent = { port: 80, outcome: 'no_route' } as const;

const hosts: readonly Planted[] = [
  { ...absent, name: 'a host on our own network is switched off', host: addresses.nobodyHere, plant: asItIs, cause: 'host_off' },
  { ...absent, name: 'a host behind the router is switched off', host: addresses.nobodyThere, plant: asItIs, cause: 'host_off' },
  { ...absent, name: 'an IPv6 host on our own network is switched off', host: addresses.nobodyHere6, plant: asItIs, cause: 'host_off' },
  {
    ...absent,
    name: 'the hosts file of this computer still has an old address',
    host: 'ftp.sonde.test',
    plant: (lab) =>
      write(lab, { host: 'client', path: '/etc/hosts', text: `127.0.0.1 localhost\n${addresses.nobodyThere} ftp.sonde.test\n` }),
    nameServers: [addresses.resolver],
    cause: 'hosts_file_entry',
  },
];

const ways: readonly Planted[] = [
  {
    name: 'a router on the way has no path',
    host: '192.0.2.99',
    port: 80,
    plant: asItIs,
    outcome: 'network_unreachable',
    cause: 'path_broken',
  },
  {
    name: 'this computer has lost its default route',
    host: addresses.seed,
    port: 21,
    plant: (lab) => lab.ip('client', 'route del default via 198.51.100.1'),
    outcome: 'network_unreachable',
    cause: 'no_network_here',
  },
];

const seed = `${addresses.seed}/32`;

const routes = [
  { name: 'this computer has an unreachable route', route: `unreachable ${seed}`, outcome: 'no_route' },
  { name: 'this computer has a prohibit route', route: `prohibit ${seed}`, outcome: 'blocked_locally' },
  { name: 'this computer has a blackhole route', route: `blackhole ${seed}`, outcome: 'blocked_locally' },
  {
    name: 'this computer sends to a router that is none',
    route: `203.0.113.0/24 via ${addresses.nobodyHere} dev eth0`,
    outcome: 'no_route',
  },
  { name: 'a route of this computer takes the host for a neighbour', route: `${seed} dev eth0`, outcome: 'no_route' },
] as const;

/** Routes of the client that lead astray, each with the words that make it. */
export const wrongRoutes: readonly (Planted & { readonly route: string })[] = routes.map((wrong) => ({
  ...wrong,
  host: addresses.seed,
  port: 21,
  plant: (lab) => lab.ip('client', `route add ${wrong.route}`),
  cause: 'route_misdirects',
}));

/** Nobody is there, or there is no way there. */
export const nobody: readonly Planted[] = [...hosts, ...ways, ...wrongRoutes];
