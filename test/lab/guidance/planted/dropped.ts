import { block } from '../plants.ts';
import type { Planted } from '../planted.ts';
import { addresses } from '../../topology.ts';

const ftp = { host: addresses.seed, port: 21, options: ['--timeout', '3'], outcome: 'timed_out' } as const;

/** Nothing comes back. */
export const dropped: readonly Planted[] = [
  {
    ...ftp,
    name: 'the firewall of the server drops the port',
    plant: (lab) => block(lab, { host: 'server', hook: 'input', rule: 'tcp dport 21 drop' }),
    cause: 'server_firewall_drops',
  },
  {
    ...ftp,
    name: 'the firewall of the server lets nothing in but SSH',
    plant: (lab) => block(lab, { host: 'server', hook: 'input', rule: 'iif != lo meta l4proto tcp tcp dport != 22 drop' }),
    cause: 'server_firewall_drops',
  },
  {
    ...ftp,
    name: 'a router on the way drops the port',
    plant: (lab) => block(lab, { host: 'router', hook: 'forward', rule: `ip daddr ${addresses.seed} tcp dport 21 drop` }),
    cause: 'filter_before_server',
  },
  {
    ...ftp,
    name: 'the firewall of this computer drops the port on its way out',
    plant: (lab) => block(lab, { host: 'client', hook: 'output', rule: 'tcp dport 21 drop' }),
    cause: 'blocked_here',
  },
  {
    ...ftp,
    name: 'the server has no way back to this computer',
    plant: (lab) => lab.ip('server', 'route del default via 203.0.113.1'),
    cause: 'return_path_broken',
  },
];
