import { readAddress } from '../../check/ip-address.ts';
import { readIcmpMark } from './icmp-word.ts';
import { pathTo, type Hop, type HopReply, type PathReading } from './path-reading.ts';

/** Reads tracepath of iputils, also unfinished; null when it is none. It does not print where it goes: the caller knows, or the last hop does. */
export function readTracepath(lines: readonly string[]): PathReading | null {
  const hops = new Map<number, HopReply[]>();
  let reached: string | null = null;
  for (const line of lines) {
    const [, numberText, rest = ''] = /^ ?(\d{1,3})\??: {1,3}(.{1,300})$/u.exec(line) ?? [];
    const reply = numberText === undefined ? undefined : readReply(rest);
    if (reply === undefined) continue;
    const hopLimit = Number(numberText);
    hops.set(hopLimit, [...(hops.get(hopLimit) ?? []), reply]);
    if (reply !== null && / reached\b/u.test(rest)) reached = reply.address;
  }
  if (hops.size === 0) return null;
  const listed = Array.from(hops, ([hopLimit, replies]): Hop => ({ hopLimit, replies }));
  return pathTo(reached, listed, reached !== null);
}

/** Undefined for lines that are no hop: "[LOCALHOST]", "send failed". */
function readReply(text: string): HopReply | undefined {
  if (text.startsWith('no reply')) return null;
  const words = text.split(/\s+/u);
  const address = words.map((word) => readAddress(word.replace(/^\(|\)$/gu, ''))).find((found) => found !== null);
  const timeText = words.map((word) => /^([\d.]{1,12})ms$/u.exec(word)?.[1]).find((found) => found !== undefined);
  if (address === undefined) return undefined;
  const said = words.map(readIcmpMark).find((word) => word !== null) ?? null;
  return { address: address.address, timeMs: timeText === undefined ? null : Number(timeText), said };
}
