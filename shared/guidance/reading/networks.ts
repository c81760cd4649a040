import ipaddr from 'ipaddr.js';

import { readAddress } from '../../check/ip-address.ts';

/** Ranges that only private networks and VPNs route (RFC 1918, RFC 4193, RFC 6598), and those of one link. */
const privateRanges: readonly string[] = ['private', 'uniqueLocal', 'carrierGradeNat', 'linkLocal'];

/** Without knowing the mask, neighbours are taken to share the commonest one. */
const COMMON_PREFIX_BITS = { ipv4: 24, ipv6: 64 } as const;

/** Whether an address belongs to a private network or VPN. */
export function isPrivate(text: string): boolean {
  const parsed = parse(text);
  return parsed !== null && privateRanges.includes(parsed.range());
}

/** Whether two addresses look like neighbours on one network: the same 24 bits of IPv4, 64 of IPv6. */
export function isSameNetwork(one: string, other: string): boolean {
  const [first, second] = [parse(one), parse(other)];
  if (first === null || second === null) return false;
  if (first instanceof ipaddr.IPv4 && second instanceof ipaddr.IPv4) return first.match(second, COMMON_PREFIX_BITS.ipv4);
  return first instanceof ipaddr.IPv6 && second instanceof ipaddr.IPv6 && first.match(second, COMMON_PREFIX_BITS.ipv6);
}

/** Whether an address is one of a network written as "198.51.100.0/24". */
export function isInNetwork(address: string, prefix: string): boolean {
  const parsed = parse(address);
  const [network, bits] = ipaddr.isValidCIDR(prefix) ? ipaddr.parseCIDR(prefix) : [null, 0];
  if (parsed instanceof ipaddr.IPv4 && network instanceof ipaddr.IPv4) return parsed.match(network, bits);
  return parsed instanceof ipaddr.IPv6 && network instanceof ipaddr.IPv6 && parsed.match(network, bits);
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const read = readAddress(text);
  if (read === null) return null;
  const [digits = ''] = read.address.split('%');
  return ipaddr.isValid(digits) ? ipaddr.parse(digits) : null;
}
