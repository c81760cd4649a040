import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { LabServer } from '../../servers/server.ts';
import { addresses } from '../../topology.ts';
import { askResolver, block } from '../plants.ts';
import type { Planted } from '../planted.ts';

const www = { host: 'www.sonde.test', port: 80, nameServers: [addresses.resolver] } as const;

const asking =
  (server: string): Planted['plant'] =>
  (lab) =>
    askResolver(lab, { host: 'client', server });

/** Knows the outer world, and not the names of the inner one. */
const outerResolver: LabServer = {
  name: 'outer-dnsmasq',
  host: 'resolver',
  listens: [`${addresses.noResolver}:53`],
  prepare: async ({ folder }) => {
    const configuration = join(folder, 'dnsmasq.conf');
    const lines = ['no-daemon', 'no-hosts', 'no-resolv', 'user=root', `pid-file=${folder}/pid`, `listen-address=${addresses.noResolver}`];
    await writeFile(
      configuration,
      [...lines, 'bind-interfaces', 'local=/test/', `host-record=example.com,${addresses.web}`, ''].join('\n'),
    );
    return ['dnsmasq', `--conf-file=${configuration}`];
  },
};

/** The name does not become an address. */
export const names: readonly Planted[] = [
  {
    ...www,
    name: 'this computer asks a machine that is no resolver',
    plant: asking(addresses.noResolver),
    outcome: 'name_lookup_failed',
    cause: 'wrong_resolver',
  },
  {
    ...www,
    name: 'this computer asks a resolver that is not for it',
    plant: asking(addresses.refusing),
    outcome: 'name_lookup_failed',
    cause: 'wrong_resolver',
  },
  {
    ...www,
    name: 'the resolver of this computer does not answer',
    plant: asking(addresses.silent),
    outcome: 'name_lookup_failed',
    cause: 'resolver_down',
  },
  {
    ...www,
    name: 'the resolver of this computer fails at every name',
    plant: asking(addresses.servfail),
    outcome: 'name_lookup_failed',
    cause: 'resolver_down',
  },
  {
    ...www,
    name: 'this computer asks a resolver that does not know the inner names',
    servers: [outerResolver],
    plant: asking(addresses.noResolver),
    outcome: 'name_not_known',
    cause: 'resolver_differs',
  },
  {
    ...www,
    name: 'a firewall on the way lets no question to a resolver through',
    plant: (lab) => block(lab, { host: 'router', hook: 'forward', rule: 'meta l4proto { tcp, udp } th dport 53 drop' }),
    outcome: 'name_lookup_failed',
    cause: 'port_53_blocked',
  },
  {
    ...www,
    name: 'this computer has lost its way out',
    plant: (lab) => lab.ip('client', 'route del default via 198.51.100.1'),
    outcome: 'name_lookup_failed',
    cause: 'no_network_for_names',
  },
  {
    ...www,
    name: 'the servers of the domain do not answer for it',
    host: 'broken.sonde.test',
    plant: () => Promise.resolve(),
    outcome: 'name_lookup_failed',
    cause: 'domain_broken',
  },
  {
    ...www,
    name: 'the name is misspelt',
    host: 'wwww.sonde.test',
    plant: () => Promise.resolve(),
    knows: { spelling: 'wrong' },
    outcome: 'name_not_known',
    cause: 'misspelt',
  },
  {
    ...www,
    name: 'nobody made a record for the name',
    host: 'new.sonde.test',
    plant: () => Promise.resolve(),
    outcome: 'name_not_known',
    cause: 'record_missing',
  },
];
