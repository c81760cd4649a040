import ipaddr from 'ipaddr.js';

import type { Family } from './evidence.ts';

/** An IP address in its one form: four decimal numbers, or RFC 5952 with its scope after %. */
export interface IpAddress {
  readonly address: string;
  readonly family: Family;
}

/** The address a text spells, without brackets, or null when it is none. Short and octal IPv4 forms are none: programs disagree on them. */
export function readAddress(text: string): IpAddress | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return { address: text, family: 4 };
  const [digits = '', ...scopes] = text.split('%');
  const scope = scopes.join('%');
  if (!digits.includes(':') || digits.length > LONGEST_IPV6 || (scopes.length > 0 && !scopePattern.test(scope))) return null;
  const spelled = digits.replace(embeddedIpv4, toHexGroups);
  if (spelled.includes('.') || !ipaddr.IPv6.isValid(spelled)) return null;
  const address = formatIpv6(ipaddr.IPv6.parse(spelled));
  return { address: scope === '' ? address : `${address}%${scope}`, family: 6 };
}

/** Eight groups of four digits, or six and a dotted quad. */
const LONGEST_IPV6 = 45;

/** An interface's name or number. Linux aliases ("eth0:1") are left out: they would swallow a port. */
const scopePattern = /^[A-Za-z0-9_.-]{1,64}$/u;

const embeddedIpv4 = /(?<=:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u;

/** ipaddr.js 2.5 reads ::1.2.3.4 as ::ffff:1.2.3.4, so it is only ever given groups. */
function toHexGroups(quad: string): string {
  if (!ipaddr.IPv4.isValidFourPartDecimal(quad)) return quad;
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(quad).octets;
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** IPv4-mapped addresses keep their dotted quad (RFC 5952 section 5), as every system prints them. */
function formatIpv6(parsed: ipaddr.IPv6): string {
  return parsed.isIPv4MappedAddress() ? `::ffff:${parsed.toIPv4Address().toString()}` : parsed.toRFC5952String();
}
