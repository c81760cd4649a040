import ipaddr from 'ipaddr.js';
import punycode from 'punycode/punycode.js';

import { readAddress } from './ip-address.ts';

/** What can be wrong with a host, and what its sentence needs; `shared/text/target-problem-words.ts` says it. */
export interface HostProblemSlots {
  readonly host_missing: unknown;
  readonly host_character: { readonly text: string; readonly character: string };
  readonly host_label_empty: { readonly text: string };
  readonly host_label_too_long: { readonly label: string };
  readonly host_too_long: { readonly sizeOctets: number };
  readonly host_begins_with_hyphen: { readonly text: string };
  /** 127.1, 0x7f.1 and 2130706433: programs read them differently. `suggestion` is how most do. */
  readonly ipv4_short_form: { readonly text: string; readonly suggestion: string };
  /** 010.0.0.1: octal for some, decimal for others. */
  readonly ipv4_leading_zero: { readonly text: string };
  readonly ipv4_unreadable: { readonly text: string };
  readonly ipv6_unreadable: { readonly text: string };
}

/** What is wrong with a host. */
export type HostProblem = { [K in keyof HostProblemSlots]: { readonly kind: K } & HostProblemSlots[K] }[keyof HostProblemSlots];

/** The host a text spells, in the form it is kept in (see `hostSchema`), or what is wrong with it. */
export type HostReading = { readonly kind: 'host'; readonly host: string } | { readonly kind: 'not_a_host'; readonly problem: HostProblem };

/**
 * Reads a name or an address as people write it, with or without brackets around IPv6; never throws.
 *
 * 1. An address becomes its canonical form; IPv4 in any form but four decimal numbers is refused.
 * 2. A name is mapped as UTS 46 does in essence (NFKC, lower case, invisible characters dropped), loses its final dot, and each
 *    label that is not ASCII becomes punycode (RFC 3492). Underscores are allowed: DNS and Windows have them.
 */
export function readHost(text: string): HostReading {
  const trimmed = text.trim();
  const inside = trimmed.startsWith('[') && trimmed.endsWith(']') ? trimmed.slice(1, -1) : trimmed;
  if (inside === '') return refuse({ kind: 'host_missing' });
  if (inside.includes(':')) {
    const found = readAddress(inside);
    return found === null ? refuse({ kind: 'ipv6_unreadable', text: trimmed }) : { kind: 'host', host: found.address };
  }
  if (inside.length > LONGEST_READ) return refuse({ kind: 'host_too_long', sizeOctets: inside.length });
  const mapped = mapName(inside);
  return readName(mapped.endsWith('.') ? mapped.slice(0, -1) : mapped);
}

/** RFC 1035 section 2.3.4. */
const LONGEST_LABEL_OCTETS = 63;
const LONGEST_NAME_OCTETS = 253;

/** Far above what any name can shrink from when mapped, and small enough that mapping takes no time. */
const LONGEST_READ = 1_000;

/** What UTS 46 maps to nothing: soft hyphen, zero-width space, joiners of words, variation selectors, byte order mark. */
const dropped = /[\u00ad\u034f\u180b-\u180d\u200b\u2060\u2064\ufe00-\ufe0f\ufeff]/gu;

/** Lower case first, because a capital sigma at the end of a word has another small form in running text than in a name. */
function mapName(text: string): string {
  const compatible = text
    .replace(dropped, '')
    .normalize('NFKC')
    .replace(/\u03a3/gu, '\u03c3');
  return compatible
    .toLowerCase()
    .normalize('NFC')
    .replace(/\u3002/gu, '.');
}

function readName(name: string): HostReading {
  if (name === '') return refuse({ kind: 'host_missing' });
  if (name.startsWith('-')) return refuse({ kind: 'host_begins_with_hyphen', text: name });
  const labels = name.split('.');
  if (labels.every((label) => numeric.test(label))) return readIpv4(name, labels);
  const problem = labels.map((label) => labelProblem(label, name)).find((found) => found !== null);
  if (problem !== undefined) return refuse(problem);
  const host = labels.map(toAscii).join('.');
  const tooLong = host.split('.').findIndex((label) => label.length > LONGEST_LABEL_OCTETS);
  if (tooLong >= 0) return refuse({ kind: 'host_label_too_long', label: labels[tooLong] ?? '' });
  if (host.length > LONGEST_NAME_OCTETS) return refuse({ kind: 'host_too_long', sizeOctets: host.length });
  return { kind: 'host', host };
}

/** What every resolver's inet_aton takes for a number: decimal, octal or hexadecimal. */
const numeric = /^(?:\d+|0x[0-9a-f]*)$/u;

function readIpv4(text: string, parts: readonly string[]): HostReading {
  const found = readAddress(text);
  if (found !== null) return { kind: 'host', host: found.address };
  if (parts.some((part) => /^0\d/u.test(part))) return refuse({ kind: 'ipv4_leading_zero', text });
  if (!ipaddr.IPv4.isValid(text)) return refuse({ kind: 'ipv4_unreadable', text });
  return refuse({ kind: 'ipv4_short_form', text, suggestion: ipaddr.IPv4.parse(text).toString() });
}

/** Letters, marks, digits and symbols of any script, and the two middle dots names have (RFC 5892 appendix A.3 and A.7). */
const stranger = /[^\p{L}\p{M}\p{N}\p{So}_\u00b7\u30fb-]/u;

function labelProblem(label: string, name: string): HostProblem | null {
  if (label === '') return { kind: 'host_label_empty', text: name };
  const character = stranger.exec(label)?.[0] ?? /^\p{M}/u.exec(label)?.[0];
  return character === undefined ? null : { kind: 'host_character', text: name, character };
}

/** A label too long to be ASCII is left as it is for the check of its length: punycode is slow on long text, and never shorter. */
function toAscii(label: string): string {
  return /^[\u0000-\u007f]*$/u.test(label) || Array.from(label).length > LONGEST_LABEL_OCTETS ? label : `xn--${punycode.encode(label)}`;
}

function refuse(problem: HostProblem): HostReading {
  return { kind: 'not_a_host', problem };
}
