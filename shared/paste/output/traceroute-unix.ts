import { readAddress } from '../../check/ip-address.ts';
import { firstAddress } from './first-address.ts';
import { readIcmpMark } from './icmp-word.ts';
import { pathTo, type Hop, type HopReply, type PathReading } from './path-reading.ts';

/** Reads traceroute of Linux (Dmitry Butskoy's), inetutils, BusyBox, macOS and the BSDs, also unfinished; null when it is none. */
export function readUnixTraceroute(lines: readonly string[]): PathReading | null {
  const start = lines.findIndex((line) => /^traceroute6? to /u.test(line));
  const header = lines[start];
  if (header === undefined) return null;
  const hops: Hop[] = [];
  for (const line of lines.slice(start + 1)) {
    const [, numberText, rest = ''] = /^ {0,4}(\d{1,3}) {1,5}(.{1,1000})$/u.exec(line) ?? [];
    const last = hops.at(-1);
    if (numberText !== undefined) hops.push({ hopLimit: Number(numberText), replies: readReplies(rest, null) });
    // A second address of the same hop comes on a line of its own on the BSDs.
    else if (last !== undefined && /^ {2,8}\S/u.test(line))
      hops[hops.length - 1] = { ...last, replies: [...last.replies, ...readReplies(line.trim(), null)] };
  }
  return pathTo(firstAddress(header), hops);
}

/** Words of one hop in their order: an address (after its name), then a time for each packet, with a mark where it was refused. */
function readReplies(text: string, known: string | null): HopReply[] {
  const replies: HopReply[] = [];
  let address = known;
  for (const word of text.replace(/(\d) ms\b/gu, '$1ms').split(/\s+/u)) {
    const found = readAddress(word.replace(/^\(|\)$/gu, ''));
    const timeText = /^([\d.]{1,12})ms$/u.exec(word)?.[1];
    if (found !== null) address = found.address;
    else if (word === '*') replies.push(null);
    else if (timeText !== undefined && address !== null) replies.push({ address, timeMs: Number(timeText), said: null });
    else if (word.startsWith('!')) mark(replies, word);
  }
  return replies;
}

/** "!" alone says that the reply came with a hop limit too low to be trusted; it is no refusal. */
function mark(replies: HopReply[], word: string): void {
  const last = replies.at(-1);
  if (last !== undefined && last !== null) replies[replies.length - 1] = { ...last, said: readIcmpMark(word) };
}
