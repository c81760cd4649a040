import { readAddress } from '../../check/ip-address.ts';
import { firstAddress } from './first-address.ts';
import { readIcmpText, type IcmpWord } from './icmp-word.ts';
import { pathTo, type Hop, type HopReply, type PathReading } from './path-reading.ts';

/** Reads tracert of Windows in any language, also unfinished; null when it is none. */
export function readWindowsTracert(lines: readonly string[]): PathReading | null {
  const hops = lines.flatMap(readHop);
  const first = lines.findIndex((line) => row.test(line) || complaint.test(line));
  if (hops.length === 0 || first < 0) return null;
  const destination =
    lines
      .slice(0, first)
      .map(firstAddress)
      .find((found) => found !== null) ?? null;
  return pathTo(destination, hops);
}

const cell = String.raw`(<?\d{1,6} \S{1,4}|\*)`;
const row = new RegExp(String.raw`^ {0,3}(\d{1,3}) {1,6}${cell} {1,8}${cell} {1,8}${cell} {1,8}(\S.{0,300})$`, 'u');

/** "  4  198.51.100.1  reports: Destination host unreachable." */
const complaint = /^ {0,3}(\d{1,3}) {1,6}([0-9a-f.:]{2,45}) {1,3}\S{1,20} ?: (.{1,120})$/iu;

function readHop(line: string): readonly Hop[] {
  const [, reporter, from, text = ''] = complaint.exec(line) ?? [];
  if (reporter !== undefined && from !== undefined) return [{ hopLimit: Number(reporter), replies: [refusal(from, readIcmpText(text))] }];
  const [, numberText, one, two, three, where = ''] = row.exec(line) ?? [];
  if (numberText === undefined) return [];
  const address = addressOf(where);
  return [{ hopLimit: Number(numberText), replies: [one, two, three].map((time) => replyOf(address, time)) }];
}

function refusal(from: string, said: IcmpWord | null): HopReply {
  return { address: readAddress(from)?.address ?? from, timeMs: null, said: said ?? 'host_unreachable' };
}

/** "name [address]" or the address; "Request timed out." and its translations have none. */
function addressOf(where: string): string | null {
  const [last = ''] = where.split(' ').slice(-1);
  return readAddress(last.replace(/^\[|\]$/gu, ''))?.address ?? null;
}

function replyOf(address: string | null, time: string | undefined): HopReply {
  if (address === null || time === undefined || time === '*') return null;
  return { address, timeMs: time.startsWith('<') ? 0 : Number.parseInt(time, 10), said: null };
}
