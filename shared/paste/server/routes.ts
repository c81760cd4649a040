import { readAddress } from '../../check/ip-address.ts';
import type { Finding } from '../../guidance/measurement.ts';

type RouteFinding = Extract<Finding, { readonly kind: 'local_route' }>;

/** One default route. */
export type DefaultRoute = RouteFinding['defaultRoutes'][number];

/** A route as `ip route get` prints it; null when the line is none. */
export function readRouteGet(line: string): { readonly address: string; readonly route: RouteFinding } | null {
  const found = routeLine.exec(line.trim());
  if (found === null) return null;
  const [, kind, destination = '', rest = ''] = found;
  const address = readAddress(destination)?.address;
  if (address === undefined || (rest === '' && kind === undefined)) return null;
  const gateway = wordAfter(rest, 'via');
  const way =
    kind === 'local'
      ? 'this_computer'
      : kind === 'unreachable' || kind === 'prohibit' || kind === 'blackhole'
        ? kind
        : gateway === null
          ? 'on_link'
          : 'gateway';
  return { address, route: routeOf({ way, gateway, interfaceName: wordAfter(rest, 'dev'), source: wordAfter(rest, 'src') }) };
}

const routeLine =
  /^(?:(local|broadcast|multicast|unreachable|prohibit|blackhole) )?(\S{2,110})((?: (?:from|via|dev|src|uid|table|metric|mtu|proto|error|nhid|mark|pref|cache|hoplimit|advmss)\b.{0,300})?)$/u;

/** The default routes among the lines of `ip route`, `route -n`, `netstat -rn` and `route print`, in their order. */
export function readDefaultRoutes(lines: readonly string[]): readonly (DefaultRoute & { readonly line: string })[] {
  return lines.flatMap((printed) => {
    const line = printed.trim();
    if (!/^(?:default|0\.0\.0\.0|\d{1,4}) /u.test(line)) return [];
    const found = fromIp(line) ?? fromRouteN(line) ?? fromWindows(line) ?? fromBsd(line);
    return found === null ? [] : [{ ...found, line }];
  });
}

/** Of the routes that fit an address (`ip route show match`), the prefix of the one the kernel takes: the longest; null when none fits. */
export function narrowestPrefix(lines: readonly string[]): string | null {
  const prefixes = lines.map(readPrefix).filter((prefix) => prefix !== null);
  return prefixes.toSorted((one, other) => bitsOf(other) - bitsOf(one))[0] ?? null;
}

function bitsOf(prefix: string): number {
  return Number(prefix.slice(prefix.indexOf('/') + 1));
}

function readPrefix(line: string): string | null {
  const [, place = ''] =
    /^(?:(?:local|unicast|broadcast|multicast|unreachable|prohibit|blackhole|throw) )?(\S{2,110})(?: |$)/u.exec(line.trim()) ?? [];
  if (place === 'default') return / pref (?:medium|high|low)\b|via [0-9a-f]*:/u.test(line) ? '::/0' : '0.0.0.0/0';
  const [address = '', bits] = place.split('/');
  const found = readAddress(address);
  return found === null ? null : `${found.address}/${bits ?? (found.family === 4 ? 32 : 128)}`;
}

/** A finding with what is not told left open. */
export function routeOf(known: Partial<RouteFinding>): RouteFinding {
  const interfaceName = known.interfaceName ?? null;
  return {
    kind: 'local_route',
    way: 'none',
    prefix: null,
    gateway: null,
    source: null,
    neighbour: 'unknown',
    defaultRoutes: [],
    ...known,
    interfaceName,
    isTunnel: interfaceName !== null && isTunnelName(interfaceName),
  };
}

/** Interfaces of VPNs and other tunnels, by the names systems give them. */
export function isTunnelName(name: string): boolean {
  return /^(?:tun|tap|wg|utun|ppp|ipsec|gre|sit|vti|zt|tailscale|nordlynx|proton|gpd)\d{0,3}$|vpn|wireguard|wintun|openvpn|anyconnect|globalprotect/iu.test(
    name,
  );
}

function wordAfter(text: string, word: string): string | null {
  return new RegExp(`(?:^| )${word} (\\S{1,110})`, 'u').exec(text)?.[1] ?? null;
}

function fromIp(line: string): DefaultRoute | null {
  const [, rest] = /^default ((?:via|dev|nhid|proto) .{1,300})$/u.exec(line) ?? [];
  if (rest === undefined) return null;
  const gateway = wordAfter(rest.replace('via inet6 ', 'via '), 'via');
  return {
    family: (gateway ?? '').includes(':') || /pref (?:medium|high|low)/u.test(rest) ? 6 : 4,
    gateway,
    interfaceName: wordAfter(rest, 'dev'),
  };
}

function fromRouteN(line: string): DefaultRoute | null {
  const [, gateway, interfaceName] =
    /^0\.0\.0\.0 +([\d.]{7,15}) +0\.0\.0\.0 +U\S{0,6} +\d{1,9} +\d{1,9} +\d{1,9} +(\S{1,40})$/u.exec(line) ?? [];
  return gateway === undefined ? null : { family: 4, gateway, interfaceName: interfaceName ?? null };
}

function fromWindows(line: string): DefaultRoute | null {
  const [, gateway] = /^0\.0\.0\.0 +0\.0\.0\.0 +(\S{2,40}) +[\d.]{7,15} +\d{1,6}$/u.exec(line) ?? [];
  if (gateway !== undefined) return { family: 4, gateway: readAddress(gateway)?.address ?? null, interfaceName: null };
  const [, six] = /^\d{1,4} +\d{1,6} ::\/0 +([0-9a-f:]{2,45})/iu.exec(line) ?? [];
  return six === undefined ? null : { family: 6, gateway: six, interfaceName: null };
}

function fromBsd(line: string): DefaultRoute | null {
  const [, gateway = '', interfaceName] =
    /^default +(\S{2,60}) +U\w{0,12} +(?:\d{1,9} +\d{1,9} +)?(\S{1,20})(?: +\S{1,10})?$/u.exec(line) ?? [];
  if (interfaceName === undefined) return null;
  const found = readAddress(gateway);
  return { family: found?.family ?? 4, gateway: found?.address ?? null, interfaceName };
}
