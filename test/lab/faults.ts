import type { Lab } from './lab.ts';
import { addresses, type HostName } from './topology.ts';

/** One way a connection attempt can fail, as the client's kernel reports it. */
export interface Fault {
  /** Words for a test's name: "a router that answers net-unreachable". */
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** The code `connect` fails with, or null when nothing ever comes back. */
  readonly systemCode: string | null;
  /** It cannot fail sooner than this, in milliseconds; 0 unless something has to time out first. */
  readonly notBeforeMs: number;
  /** What brings it about; null when the topology alone does. */
  readonly cause: Cause | null;
}

type Cause =
  /** A rule in one machine's firewall; `hook` is where packets meet it. */
  | { readonly kind: 'rule'; readonly host: HostName; readonly hook: 'input' | 'forward' | 'output'; readonly rule: string }
  /** A route of the client that leads nowhere. */
  | { readonly kind: 'route'; readonly type: 'prohibit' | 'blackhole' | 'unreachable' | 'throw' };

const port = 80;
const v4 = (last: number): string => `192.0.2.${String(last)}`;
const v6 = (last: number): string => `2001:db8:bad::${String(last)}`;

// What nft can say, and what Linux makes of it (net/ipv4/icmp.c icmp_err_convert, net/ipv6/icmp.c tab_unreach).
const icmp = {
  'net-unreachable': 'ENETUNREACH',
  'host-unreachable': 'EHOSTUNREACH',
  'prot-unreachable': 'ENOPROTOOPT',
  'port-unreachable': 'ECONNREFUSED',
  'net-prohibited': 'ENETUNREACH',
  'host-prohibited': 'EHOSTUNREACH',
  'admin-prohibited': 'EHOSTUNREACH',
} as const;

const icmp6 = {
  'no-route': 'ENETUNREACH',
  'admin-prohibited': 'EACCES',
  'addr-unreachable': 'EHOSTUNREACH',
  'port-unreachable': 'ECONNREFUSED',
  'policy-fail': 'EACCES',
  'reject-route': 'EACCES',
} as const;

const routes = { prohibit: 'EACCES', blackhole: 'EINVAL', unreachable: 'EHOSTUNREACH', throw: 'ENETUNREACH' } as const;

function ruled(host: HostName, hook: 'input' | 'forward' | 'output', rule: string): Cause {
  return { kind: 'rule', host, hook, rule };
}

const fromRouter: readonly Fault[] = [
  fault({ name: 'a router that drops', address: v4(10), systemCode: null, cause: ruled('router', 'forward', 'drop') }),
  fault({
    name: 'a router that resets',
    address: v4(11),
    systemCode: 'ECONNREFUSED',
    cause: ruled('router', 'forward', 'reject with tcp reset'),
  }),
  ...entries(icmp).map(([reason, systemCode], index) =>
    fault({
      name: `a router that answers ${reason}`,
      address: v4(20 + index),
      systemCode,
      cause: ruled('router', 'forward', `reject with icmp ${reason}`),
    }),
  ),
  fault({ name: 'an IPv6 router that drops', address: v6(10), systemCode: null, cause: ruled('router', 'forward', 'drop') }),
  fault({
    name: 'an IPv6 router that resets',
    address: v6(11),
    systemCode: 'ECONNREFUSED',
    cause: ruled('router', 'forward', 'reject with tcp reset'),
  }),
  ...entries(icmp6).map(([reason, systemCode], index) =>
    fault({
      name: `an IPv6 router that answers ${reason}`,
      address: v6(20 + index),
      systemCode,
      cause: ruled('router', 'forward', `reject with icmpv6 ${reason}`),
    }),
  ),
  fault({ name: 'a router that has no route', address: v4(99), systemCode: 'ENETUNREACH' }),
  fault({ name: 'an IPv6 router that has no route', address: v6(99), systemCode: 'ENETUNREACH' }),
];

const fromServer: readonly Fault[] = [
  fault({ name: 'a port nobody listens on', address: addresses.seed, systemCode: 'ECONNREFUSED' }),
  fault({ name: 'an IPv6 port nobody listens on', address: addresses.seed6, systemCode: 'ECONNREFUSED' }),
  fault({
    name: 'a server that drops one port',
    address: addresses.firewalled,
    port: 81,
    systemCode: null,
    cause: ruled('server', 'input', 'drop'),
  }),
  fault({
    name: 'a server that resets one port',
    address: addresses.firewalled,
    port: 82,
    systemCode: 'ECONNREFUSED',
    cause: ruled('server', 'input', 'reject with tcp reset'),
  }),
  fault({
    name: 'a server that rejects one port as nft does by default',
    address: addresses.firewalled,
    port: 83,
    systemCode: 'ECONNREFUSED',
    cause: ruled('server', 'input', 'reject'),
  }),
  fault({
    name: 'a server that rejects one port as firewalld does',
    address: addresses.firewalled,
    port: 84,
    systemCode: 'EHOSTUNREACH',
    cause: ruled('server', 'input', 'reject with icmp admin-prohibited'),
  }),
  fault({
    name: 'an address nobody has, on our own network',
    address: addresses.nobodyHere,
    systemCode: 'EHOSTUNREACH',
    notBeforeMs: 2_500,
  }),
  fault({
    name: 'an IPv6 address nobody has, on our own network',
    address: addresses.nobodyHere6,
    systemCode: 'EHOSTUNREACH',
    notBeforeMs: 2_500,
  }),
  fault({
    name: 'an address nobody has, behind the router',
    address: addresses.nobodyThere,
    systemCode: 'EHOSTUNREACH',
    notBeforeMs: 2_500,
  }),
];

const fromClient: readonly Fault[] = [
  ...entries(routes).flatMap(([type, systemCode], index) => [
    fault({ name: `our own ${type} route`, address: v4(30 + index), systemCode, cause: { kind: 'route', type } }),
    fault({ name: `our own IPv6 ${type} route`, address: v6(30 + index), systemCode, cause: { kind: 'route', type } }),
  ]),
  fault({ name: 'our own firewall that rejects', address: v4(40), systemCode: 'ECONNREFUSED', cause: ruled('client', 'output', 'reject') }),
  fault({
    name: 'our own firewall that prohibits',
    address: v4(41),
    systemCode: 'EHOSTUNREACH',
    cause: ruled('client', 'output', 'reject with icmp admin-prohibited'),
  }),
  fault({ name: 'our own firewall that drops', address: v4(42), systemCode: null, cause: ruled('client', 'output', 'drop') }),
];

/** Every fault of the lab, each at an address and port of its own. */
export const faults: readonly Fault[] = [...fromRouter, ...fromServer, ...fromClient];

// The router has to know a way before its forward chain is asked; what lies beyond these stays without a route.
const routesOfRouter = ['route add 192.0.2.0/26 dev lan', 'route add 2001:db8:bad::/121 dev lan'];

/** Brings all faults about: one nft table a machine, one route a dead end. */
export async function breakThings(lab: Lab): Promise<void> {
  for (const route of routesOfRouter) await lab.ip('router', route);
  const hosts = ['router', 'server', 'client'] as const;
  await Promise.all(hosts.map((host) => lab.nft(host, ruleset(host))));
  for (const { address, cause } of faults) {
    if (cause?.kind === 'route') await lab.ip('client', `route add ${cause.type} ${address}`);
  }
}

function ruleset(host: HostName): string {
  const hooks = ['input', 'forward', 'output'] as const;
  const chains = hooks.map((hook) => {
    const rules = faults.map((one) => ruleOf(one, host, hook)).filter((rule) => rule !== null);
    return `chain ${hook} { type filter hook ${hook} priority 0; policy accept;\n${rules.join('\n')}\n}`;
  });
  return `table inet faults {\n${chains.join('\n')}\n}\n`;
}

function ruleOf(one: Fault, host: HostName, hook: string): string | null {
  const { cause } = one;
  if (cause?.kind !== 'rule' || cause.host !== host || cause.hook !== hook) return null;
  const family = one.address.includes(':') ? 'ip6' : 'ip';
  return `${family} daddr ${one.address} tcp dport ${String(one.port)} ${cause.rule}`;
}

function fault(given: Pick<Fault, 'name' | 'address' | 'systemCode'> & Partial<Fault>): Fault {
  return { port, notBeforeMs: 0, cause: null, ...given };
}

function entries<Key extends string, Value>(table: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(table) as [Key, Value][];
}
