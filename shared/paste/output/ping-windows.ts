import { firstAddress } from './first-address.ts';
import { readIcmpText } from './icmp-word.ts';
import type { PingReading } from './ping-unix.ts';
import { pingFinding } from './told-ping.ts';

/**
 * Reads ping of Windows in any language, also unfinished; null when it is none.
 *
 * 1. A reply is a line with a time in ms: Windows itself counts "Destination host unreachable" as received.
 * 2. "<1ms" counts as 0, as in Windows' own statistics.
 */
export function readWindowsPing(lines: readonly string[]): PingReading | null {
  const header = lines.find((line) => /\D\d{1,5} \D{4,20}:$/u.test(line) && firstAddress(line) !== null);
  const replies = lines.map((line) => reply.exec(line)).filter((match) => match !== null);
  const statistics = lines.map((line) => counted.exec(line)).find((match) => match !== null);
  if ((header === undefined && statistics === undefined) || (replies.length === 0 && statistics === undefined)) return null;
  const timesMs = replies.map(([, sign, time]) => (sign === '<' ? 0 : Number(time)));
  const sentCount = statistics?.[1] === undefined ? timesMs.length : Number(statistics[1]);
  const said = lines.map(readSaid).find((found) => found !== null) ?? null;
  const finding = pingFinding({ sentCount, receivedCount: timesMs.length, timesMs, said });
  return { address: header === undefined ? null : firstAddress(header), finding };
}

/** "Packets: Sent = 4, Received = 4, Lost = 0 (0% loss),": three numbers after equals signs. */
const counted = /= ?(\d{1,9}), \D{1,40}= ?\d{1,9}, \D{1,40}= ?\d{1,9}(?: \(|$)/u;

/** "Reply from 203.0.113.96: bytes=32 time<1ms TTL=63"; over IPv6 without bytes and TTL. */
const reply = /[0-9a-f] ?: (?:\S{1,20}=\d{1,6} )?\S{1,12}([=<])(\d{1,6}) ?ms(?: |$)/iu;

/** "Reply from 198.51.100.1: Destination host unreachable." */
function readSaid(line: string): PingReading['finding']['said'] {
  const [, text = ''] = /[0-9a-f] ?: (\D{8,120})$/iu.exec(line) ?? [];
  const word = readIcmpText(text);
  return word && { word, from: firstAddress(line) };
}
