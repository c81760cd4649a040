import ipaddr from 'ipaddr.js';

import type { Family } from '../../../check/evidence.ts';
import { readAddress } from '../../../check/ip-address.ts';
import type { Transport } from '../../../check/target.ts';
import type { PasteContext } from '../../output/paste-context.ts';

/** The first packet of a new connection to the target, as far as it is known. */
export interface Packet {
  readonly family: Family;
  readonly transport: Transport;
  readonly port: number;
  /** The client's address, or null. */
  readonly source: string | null;
  /** The target's address, or null. */
  readonly destination: string | null;
}

/** Whether a rule matches: "unknown" where that hangs on something the paste and the case do not tell. */
export type Match = 'yes' | 'no' | 'unknown';

/** The packets a check of the target may send, one a family it has an address of; both when none is known. */
export function packetsTo({ target, addresses, client }: PasteContext): readonly Packet[] {
  if (target === null) return [];
  const known = [target.host, ...addresses].map(readAddress).filter((found) => found !== null);
  const families = known.length === 0 ? ([4, 6] as const) : [...new Set(known.map(({ family }) => family))];
  const source = client === null ? null : readAddress(client);
  return families.map((family) => ({
    family,
    transport: target.transport,
    port: target.port,
    source: source?.family === family ? source.address : null,
    destination: known.find((one) => one.family === family)?.address ?? null,
  }));
}

/** All conditions of a rule together. */
export function allOf(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : 'yes';
}

/** The opposite condition ("!"). */
export function negate(match: Match): Match {
  return match === 'unknown' ? 'unknown' : match === 'yes' ? 'no' : 'yes';
}

/** Whether an address lies in "198.51.100.0/24", "198.51.100.7" or "10.0.0.1-10.0.0.9"; an unknown one only in everything. */
export function matchAddress(address: string | null, range: string): Match {
  if (/^(?:anywhere|0\.0\.0\.0\/0|::\/0|any|0\/0)$/iu.test(range)) return 'yes';
  const [, network = range, bitsText] = /^(.{2,45}?)\/(\d{1,3}|[\d.]{7,15})$/u.exec(range) ?? [];
  if (address === null || !/[.:]/u.test(network) || !ipaddr.isValid(network) || !ipaddr.isValid(address)) return 'unknown';
  const [one, other] = [ipaddr.parse(address), ipaddr.parse(network)];
  if (one.kind() !== other.kind()) return 'no';
  const bits = bitsText === undefined ? other.toByteArray().length * 8 : prefixBits(bitsText);
  if (bits === null || bits > other.toByteArray().length * 8) return 'unknown';
  return isWithin(one, other, bits) ? 'yes' : 'no';
}

function prefixBits(text: string): number | null {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  return ipaddr.IPv4.isValid(text) ? ipaddr.IPv4.parse(text).prefixLengthFromSubnetMask() : null;
}

function isWithin(one: ipaddr.IPv4 | ipaddr.IPv6, network: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean {
  const [own, theirs] = [one.toByteArray(), network.toByteArray()];
  return own.every((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - kept)) & 0xff;
    return (byte & mask) === ((theirs[index] ?? 0) & mask);
  });
}
