import { mustRun } from './command.ts';
import type { Host } from './host.ts';
import { routerLinkLocal, wirings, type HostName, type Wiring } from './topology.ts';

/** The machines of the lab by name. */
export type Hosts = Readonly<Record<HostName, Host>>;

/**
 * Plugs every machine into the router, gives all their addresses and turns forwarding on.
 *
 * Everything runs inside the machines' own namespaces: the links are born there and the root namespace never sees them.
 */
export async function plugIn(hosts: Hosts): Promise<void> {
  await settings(hosts);
  await batch(hosts.router, ['link add lan type bridge', 'link set lan up', ...wirings.flatMap((wiring) => routerSide(hosts, wiring))]);
  await Promise.all(wirings.map((wiring) => batch(hosts[wiring.host], hostSide(wiring))));
}

function routerSide(hosts: Hosts, { host, line, gateways }: Wiring): readonly string[] {
  const cable = [`link add ${host} type veth peer name eth0 netns ${String(hosts[host].holderPid)}`, `link set ${host} up`];
  if (line === 'lan') cable.push(`link set ${host} master lan`);
  else cable.push(`address add ${routerLinkLocal}/64 dev ${host} nodad`);
  const device = line === 'lan' ? 'lan' : host;
  // "replace": several machines share the router's address on the bridge.
  return [
    ...cable,
    ...gateways.map((gateway) => `address replace ${gateway}/${prefixLength(host, gateway)} dev ${device} ${nodad(gateway)}`),
  ];
}

function hostSide({ addresses, gateways }: Wiring): readonly string[] {
  return [
    'link set eth0 up',
    ...addresses.map((address) => `address add ${address} dev eth0 ${nodad(address)}`),
    ...gateways.map((gateway) => `route add default via ${gateway}`),
  ];
}

function prefixLength(host: HostName, address: string): string {
  if (address.includes(':')) return '64';
  return host === 'far' ? '25' : '24';
}

// Duplicate address detection would keep every IPv6 address unusable for its first second (RFC 4862 section 5.4).
function nodad(address: string): string {
  return address.includes(':') ? 'nodad' : '';
}

async function batch(host: Host, commands: readonly string[]): Promise<void> {
  await mustRun(host.enter(['ip', '-batch', '-']), { input: `${commands.join('\n')}\n` });
}

// A Linux router sends at most one ICMP error a second to one host: with the limit, cases that run side by side would time out.
const everyone = ['net.ipv4.icmp_ratelimit=0', 'net.ipv6.icmp.ratelimit=0', 'net.ipv6.conf.default.accept_dad=0'];
const forwarding = ['net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1', 'net.ipv4.conf.all.rp_filter=0'];

async function settings(hosts: Hosts): Promise<void> {
  await Promise.all(Object.values(hosts).map((host) => mustRun(host.enter(['sysctl', '-q', ...everyone]))));
  await mustRun(hosts.router.enter(['sysctl', '-q', ...forwarding]));
}
