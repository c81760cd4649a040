import type { Outcome } from '../../../../shared/check/outcome.ts';
import { block } from '../plants.ts';
import type { Planted } from '../planted.ts';
import { addresses } from '../../topology.ts';

/** Every way a server's own firewall can say no, and what Linux makes of it (net/ipv4/icmp.c, net/ipv6/icmp.c). */
export const rejections: readonly { readonly host: string; readonly words: string; readonly outcome: Outcome }[] = [
  { host: addresses.seed, words: 'with tcp reset', outcome: 'refused' },
  { host: addresses.seed, words: 'with icmp port-unreachable', outcome: 'refused' },
  { host: addresses.seed, words: 'with icmp prot-unreachable', outcome: 'refused' },
  { host: addresses.seed, words: 'with icmp host-unreachable', outcome: 'no_route' },
  { host: addresses.seed, words: 'with icmp host-prohibited', outcome: 'no_route' },
  { host: addresses.seed, words: 'with icmp admin-prohibited', outcome: 'no_route' },
  { host: addresses.seed, words: 'with icmp net-unreachable', outcome: 'network_unreachable' },
  { host: addresses.seed, words: 'with icmp net-prohibited', outcome: 'network_unreachable' },
  { host: addresses.seed6, words: 'with tcp reset', outcome: 'refused' },
  { host: addresses.seed6, words: 'with icmpv6 port-unreachable', outcome: 'refused' },
  { host: addresses.seed6, words: 'with icmpv6 addr-unreachable', outcome: 'no_route' },
  { host: addresses.seed6, words: 'with icmpv6 no-route', outcome: 'network_unreachable' },
  { host: addresses.seed6, words: 'with icmpv6 admin-prohibited', outcome: 'blocked_locally' },
  { host: addresses.seed6, words: 'with icmpv6 policy-fail', outcome: 'blocked_locally' },
  { host: addresses.seed6, words: 'with icmpv6 reject-route', outcome: 'blocked_locally' },
];

/** vsftpd for both families: it listens on [::] alone, which takes IPv4 too. */
export const bothFamilies = { listen: 'NO', listen_ipv6: 'YES' } as const;

const byServer: readonly Planted[] = rejections.map(({ host, words, outcome }) => ({
  name: `the firewall of the server rejects ${host.includes(':') ? 'IPv6 ' : ''}${words}`,
  host,
  port: 21,
  ftp: bothFamilies,
  plant: (lab) => block(lab, { host: 'server', hook: 'input', rule: `tcp dport 21 reject ${words}` }),
  outcome,
  cause: 'server_firewall_rejects',
}));

const byOthers: readonly Planted[] = [
  ...(['with tcp reset', 'with icmp port-unreachable', 'with icmp admin-prohibited', 'with icmp net-unreachable'] as const).map(
    (words): Planted => ({
      name: `a router on the way rejects ${words}`,
      host: addresses.seed,
      port: 21,
      plant: (lab) => block(lab, { host: 'router', hook: 'forward', rule: `tcp dport 21 reject ${words}` }),
      outcome: rejections.find((one) => one.words === words)?.outcome ?? 'refused',
      cause: 'filter_before_server',
    }),
  ),
  ...(['with tcp reset', 'with icmp port-unreachable', 'with icmp admin-prohibited'] as const).map((words): Planted => ({
    name: `the firewall of this computer rejects ${words} on the way out`,
    host: addresses.seed,
    port: 21,
    plant: (lab) => block(lab, { host: 'client', hook: 'output', rule: `tcp dport 21 reject ${words}` }),
    outcome: rejections.find((one) => one.words === words)?.outcome ?? 'refused',
    cause: 'blocked_here',
  })),
];

/** Somebody says no. */
export const rejected: readonly Planted[] = [...byServer, ...byOthers];
