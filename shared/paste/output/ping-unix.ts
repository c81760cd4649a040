import type { Finding } from '../../guidance/measurement.ts';
import { firstAddress } from './first-address.ts';
import { readIcmpText } from './icmp-word.ts';
import { pingFinding } from './told-ping.ts';

/** A ping as it was printed: to which address, and what came of it. */
export interface PingReading {
  /** Null when it was not printed. */
  readonly address: string | null;
  readonly finding: Extract<Finding, { readonly kind: 'ping' }>;
}

/**
 * Reads ping of iputils, inetutils, BusyBox and macOS, also unfinished, also in other languages; null when it is none.
 *
 * The counts are the first two numbers below "--- ... ---", the times what stands as min/avg/max; both without their words.
 */
export function readUnixPing(lines: readonly string[]): PingReading | null {
  const header = lines.find((line) => /^PING6?[ (]/u.test(line));
  const replies = lines
    .flatMap((line) => /(?:icmp_)?seq=\d{1,9} (?:ttl|hlim)=\d{1,3} \S{1,12}=([\d.]{1,12}) ms/u.exec(line)?.[1] ?? [])
    .map(Number);
  const said = lines.map(readSaid).find((found) => found !== null) ?? null;
  const rule = lines.findIndex((line) => /^-{3} .{1,300} -{3}$/u.test(line));
  const counts = rule < 0 ? [] : (lines[rule + 1]?.match(/\d{1,9}/gu) ?? []).map(Number);
  const local = lines.some((line) => /^ping6?: (?:connect|sendmsg|sendto|send)(?: to)?: /u.test(line));
  if (header === undefined && rule < 0 && !local) return null;

  const [sentCount = replies.length + lines.filter((line) => /^Request timeout for /u.test(line)).length, receivedCount = replies.length] =
    counts;
  const finding = pingFinding({ sentCount, receivedCount, timesMs: replies, said });
  return { address: header === undefined ? null : destinationOf(header), finding: { ...finding, ...readTimes(lines) } };
}

/** The destination of macOS's ping6 stands after an arrow. */
function destinationOf(header: string): string | null {
  return firstAddress(header.slice(header.indexOf('-->') + 1));
}

function readTimes(lines: readonly string[]): Partial<Pick<PingReading['finding'], 'minMs' | 'averageMs' | 'maxMs'>> {
  const [, min, average, max] =
    lines.map((line) => / = ([\d.]{1,12})\/([\d.]{1,12})\/([\d.]{1,12})(?:\/| )/u.exec(line)).find((match) => match !== null) ?? [];
  return max === undefined ? {} : { minMs: Number(min), averageMs: Number(average), maxMs: Number(max) };
}

/** "From 198.51.100.1 icmp_seq=1 Destination Host Unreachable", "92 bytes from 198.51.100.1: ...", "ping: sendto: No route to host". */
function readSaid(line: string): PingReading['finding']['said'] {
  if (/^ping6?: /u.test(line)) return saying(readIcmpText(line), null);
  const [, from, text = ''] =
    /^(?:\p{L}{2,8}|\d{1,6} bytes from) (\S{2,253}?)[: ](?: ?\([^)]{2,64}\):?)? ?(?:icmp_seq=\d{1,9})? ?(\D{4,100})$/u.exec(line) ?? [];
  return from === undefined ? null : saying(readIcmpText(text), firstAddress(line));
}

function saying(word: ReturnType<typeof readIcmpText>, from: string | null): PingReading['finding']['said'] {
  return word && { word, from };
}
