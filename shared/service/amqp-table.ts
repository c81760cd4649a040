import { toDisplay } from '../console/display.ts';

/** Octets of the values of fixed size, by type letters, as brokers write them (AMQP 0-9-1 section 4.2.1 with RabbitMQ's errata). */
const bytesByTypes = { V: 0, tbB: 1, su: 2, Iif: 4, D: 5, lLdT: 8 };

const fixedBytes: ReadonlyMap<string, number> = new Map(
  Object.entries(bytesByTypes).flatMap(([types, sizeBytes]) => Array.from(types, (type) => [type, sizeBytes] as const)),
);

/** Values that begin with four octets of length: text, bytes, table, array. */
const sizedTypes = ['S', 'x', 'F', 'A'];

/** The texts at the top of a field table, by name; reading stops at the first thing it does not understand. */
export function readAmqpTexts(table: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const texts = new Map<string, Uint8Array>();
  const end = Math.min(table.length, 4 + readUint32(table, 0));
  for (let offset = 4; offset < end;) {
    const nameEnd = offset + 1 + (table[offset] ?? 0);
    const type = String.fromCharCode(table[nameEnd] ?? 0);
    const isSized = sizedTypes.includes(type);
    const valueStart = nameEnd + 1 + (isSized ? 4 : 0);
    const sizeBytes = isSized ? readUint32(table, nameEnd + 1) : fixedBytes.get(type);
    if (sizeBytes === undefined || valueStart + sizeBytes > end) break;
    if (type === 'S') texts.set(toDisplay(table.subarray(offset + 1, nameEnd)), table.subarray(valueStart, valueStart + sizeBytes));
    offset = valueStart + sizeBytes;
  }
  return texts;
}

function readUint32(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(offset, offset + 4).reduce((sum, byte) => sum * 256 + byte, 0);
}
