/**
 * The machines of the lab and their addresses, all from the ranges reserved for documentation (RFC 5737, RFC 3849).
 *
 *     client 198.51.100.0/24 ── router ── 203.0.113.0/24 server, guarded, resolver
 *                                     └── 192.0.2.128/25 far (a slow line)
 *     192.0.2.0/25 and 2001:db8:bad::/64 belong to nobody: faults.ts puts its dead ends there.
 */
export const hostNames = ['client', 'router', 'server', 'guarded', 'resolver', 'far'] as const;

/** One machine of the lab. */
export type HostName = (typeof hostNames)[number];

/** A file or folder shown to one machine in place of the real one. */
export interface HostMount {
  readonly host: HostName;
  readonly from: string;
  readonly onto: string;
}

/** How one machine is wired to the router. */
export interface Wiring {
  readonly host: Exclude<HostName, 'router'>;
  /** "lan": plugged into the router's bridge together with others; else a line of its own. */
  readonly line: 'lan' | 'own';
  /** With prefix length. */
  readonly addresses: readonly string[];
  /** The router's addresses on that side, without prefix length. */
  readonly gateways: readonly string[];
}

/** Addresses by what lives there; names are in names.ts. */
export const addresses = {
  client: '198.51.100.10',
  client6: '2001:db8:100::10',
  /** The client's second address: MariaDB and Exim turn it away. */
  unwelcome: '198.51.100.11',
  /** The address of the seeds: FTP on 21, nothing on 80. */
  seed: '203.0.113.96',
  seed6: '2001:db8:113::96',
  /** FTP and SSH behind hosts.deny. */
  guarded: '203.0.113.97',
  web: '203.0.113.80',
  web6: '2001:db8:113::80',
  expired: '203.0.113.81',
  wrongName: '203.0.113.82',
  selfSigned: '203.0.113.83',
  notYetValid: '203.0.113.84',
  incompleteChain: '203.0.113.85',
  /** Plain HTTP where TLS is expected. */
  plain443: '203.0.113.86',
  wantsCertificate: '203.0.113.87',
  oldTls: '203.0.113.88',
  mail: '203.0.113.25',
  database: '203.0.113.33',
  /** Redis, memcached, MQTT, rsync, LDAP, VNC, X11, SNMP, NTP. */
  various: '203.0.113.40',
  /** Closes port 80 by its own firewall in every way, one port each: see faults.ts. */
  firewalled: '203.0.113.60',
  /** Scripted servers, one behaviour each. */
  mute: '203.0.113.70',
  leaving: '203.0.113.71',
  resetting: '203.0.113.72',
  endless: '203.0.113.73',
  dripping: '203.0.113.74',
  hesitant: '203.0.113.75',
  leavesWhenSpokenTo: '203.0.113.76',
  resetsWhenSpokenTo: '203.0.113.77',
  resolver: '203.0.113.53',
  servfail: '203.0.113.54',
  refusing: '203.0.113.55',
  silent: '203.0.113.56',
  slow: '203.0.113.57',
  /** A machine that is there but runs no resolver. */
  noResolver: '203.0.113.58',
  far: '192.0.2.130',
  /** Nobody has these: on the client's own network, and behind the router. */
  nobodyHere: '198.51.100.200',
  nobodyHere6: '2001:db8:100::dead',
  nobodyThere: '203.0.113.200',
} as const;

/** The router's link-local address on every line of its own: it means something only together with an interface (RFC 4007). */
export const routerLinkLocal = 'fe80::1';

/** Forty addresses of the server, on which nothing listens but on the last, port 8040. */
export const forty: readonly string[] = Array.from({ length: 40 }, (_, index) => `203.0.113.${String(140 + index)}`);

const servers = [
  addresses.seed,
  addresses.web,
  addresses.expired,
  addresses.wrongName,
  addresses.selfSigned,
  addresses.notYetValid,
  addresses.incompleteChain,
  addresses.plain443,
  addresses.wantsCertificate,
  addresses.oldTls,
  addresses.mail,
  addresses.database,
  addresses.various,
  addresses.firewalled,
  addresses.mute,
  addresses.leaving,
  addresses.resetting,
  addresses.endless,
  addresses.dripping,
  addresses.hesitant,
  addresses.leavesWhenSpokenTo,
  addresses.resetsWhenSpokenTo,
  ...forty,
];

const resolvers = [addresses.resolver, addresses.servfail, addresses.refusing, addresses.silent, addresses.slow, addresses.noResolver];

const lan = { line: 'lan', gateways: ['203.0.113.1', '2001:db8:113::1'] } as const;

/** Every cable of the lab. */
export const wirings: readonly Wiring[] = [
  {
    host: 'client',
    line: 'own',
    addresses: [`${addresses.client}/24`, `${addresses.unwelcome}/24`, `${addresses.client6}/64`],
    gateways: ['198.51.100.1', '2001:db8:100::1'],
  },
  { ...lan, host: 'server', addresses: [...servers.map(on24), `${addresses.seed6}/64`, `${addresses.web6}/64`] },
  { ...lan, host: 'guarded', addresses: [on24(addresses.guarded), '2001:db8:113::97/64'] },
  { ...lan, host: 'resolver', addresses: [...resolvers.map(on24), '2001:db8:113::53/64'] },
  { host: 'far', line: 'own', addresses: [`${addresses.far}/25`], gateways: ['192.0.2.129'] },
];

function on24(address: string): string {
  return `${address}/24`;
}
