import { hexOf } from './copy-as.ts';

/** One row of a hex view. */
export interface HexRow {
  /** Where it begins, from the first byte of the view. */
  readonly offsetBytes: number;
  /** Its bytes as pairs of hexadecimal digits. */
  readonly pairs: readonly string[];
  /** The same bytes as printable ASCII, anything else as a middle dot. */
  readonly characters: string;
}

/** Bytes as the rows of a hex view. */
export function hexRows(bytes: Uint8Array, firstOffsetBytes = 0, rowBytes = 16): readonly HexRow[] {
  return Array.from({ length: Math.ceil(bytes.length / rowBytes) }, (_, row) => {
    const part = bytes.subarray(row * rowBytes, (row + 1) * rowBytes);
    return {
      offsetBytes: firstOffsetBytes + row * rowBytes,
      pairs: Array.from(part, hexOf),
      characters: Array.from(part, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(''),
    };
  });
}

/** A row as plain text: offset, bytes with a gap in the middle, characters. */
export function formatHexRow({ offsetBytes, pairs, characters }: HexRow): string {
  const half = [pairs.slice(0, 8).join(' '), pairs.slice(8).join(' ')].join('  ');
  return `${offsetBytes.toString(16).padStart(8, '0')}  ${half.padEnd(49)} |${characters}|`;
}
