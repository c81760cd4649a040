import { readHost } from '../check/host-name.ts';
import { readAddress } from '../check/ip-address.ts';
import { isLoopback } from '../check/loopback.ts';
import type { Redaction } from './redaction.ts';
import type { StandIns } from './stand-ins.ts';

/** What redacting a text needs. */
export interface TextRedaction {
  readonly redaction: Redaction;
  readonly standIns: StandIns;
  /** Hosts as they are kept (`hostSchema`): names of one word, too, are found by it. */
  readonly knownHosts: ReadonlySet<string>;
}

/**
 * A text without the addresses and names in it. Rather takes too much than too little: "Node.js" looks like a host.
 *
 * 1. Addresses: whatever reads as IPv4 or IPv6.
 * 2. Names: known hosts, and whatever has the form of a name with a domain; the part of an e-mail address before the @ goes with it.
 *
 * Linear in the length of the text.
 */
export function redactText(text: string, how: TextRedaction): string {
  const { redaction } = how;
  const withoutAddresses = redaction.addresses ? hideAddresses(text, how.standIns) : text;
  return redaction.names ? hideNames(withoutAddresses, how) : withoutAddresses;
}

/** A host or an address as it is kept, replaced when its kind is to be left out. */
export function redactHost(host: string, { redaction, standIns }: Pick<TextRedaction, 'redaction' | 'standIns'>): string {
  if (isLoopback(host)) return host;
  const address = readAddress(host);
  if (address !== null) return redaction.addresses ? standIns('address', address.address) : host;
  return redaction.names ? standIns('host', host) : host;
}

/** Groups of hexadecimal digits between colons, a quad or a zone at the end: IPv6 in any spelling, and some things that are not. */
const ipv6Like = /(?<![0-9a-z:])(?:[0-9a-f]{0,4}:){2,8}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?:%[\w.-]{1,64})?/giu;

const ipv4Like = /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/gu;

function hideAddresses(text: string, standIns: StandIns): string {
  const hide = (candidate: string): string => {
    const found = readAddress(candidate);
    return found === null || isLoopback(found.address) ? candidate : standIns('address', found.address);
  };
  return text.replace(ipv6Like, hide).replace(ipv4Like, hide);
}

/** A run of what names and e-mail addresses are made of, in any script; punctuation at its end is the sentence's. */
const nameLike = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.@+-]*/gu;

/** At least one label, then a top-level domain of letters: "3.0.3" and "OpenSSH_9.2p1" are none. */
const hasDomain = /^[^.]+(?:\.[^.]+)*\.(?:xn--[a-z0-9-]+|[\p{L}\p{M}]{2,})$/u;

function hideNames(text: string, { standIns, knownHosts }: TextRedaction): string {
  return text.replace(nameLike, (run) => {
    const candidate = run.replace(/[.@+-]+$/u, '');
    const at = candidate.lastIndexOf('@');
    const name = candidate.slice(at + 1);
    const isPlainWord = at < 0 && plainWord.test(name) && !knownHosts.has(name.toLowerCase());
    const host = isPlainWord ? null : hostOf(name);
    if (host === null || isLoopback(host) || readAddress(host) !== null) return run;
    const isPrivate = at >= 0 || knownHosts.has(host) || hasDomain.test(name);
    return isPrivate ? `${at < 0 ? '' : 'someone@'}${standIns('host', host)}${run.slice(candidate.length)}` : run;
  });
}

/** Most words of most texts: no need to read them as a host. */
const plainWord = /^[\w+-]*$/u;

function hostOf(name: string): string {
  const reading = readHost(name);
  return reading.kind === 'host' ? reading.host : name.toLowerCase();
}
