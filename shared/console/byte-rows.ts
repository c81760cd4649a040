import { hexOf } from './copy-as.ts';

/** How bytes are written in the view of bytes. */
export type ByteForm = 'hex' | 'decimal' | 'escapes';

/** Bytes of a row: as many as a half of most windows has room for. */
export const ROW_BYTES = 16;

/** Bytes of one line that stand in one row, from a place in the line on. */
export interface RowPiece {
  readonly lineNumber: number;
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** A row of the view of bytes: up to ROW_BYTES of what a side said at one moment, over the ends of its lines. */
export interface ByteRow {
  /** Where it begins in what was said at that moment. */
  readonly offsetBytes: number;
  readonly pieces: readonly RowPiece[];
}

/** A byte as it is written. */
export function writeByte(byte: number, form: ByteForm): string {
  return writers[form](byte);
}

/** A byte that shows as itself. */
export function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/** The bytes of a row as characters, anything that does not show as a middle dot. */
export function charactersOf({ pieces }: ByteRow): string {
  return pieces.flatMap(({ bytes }) => Array.from(bytes, (byte) => (isPrintable(byte) ? String.fromCharCode(byte) : '·'))).join('');
}

const escapes: Readonly<Record<number, string>> = {
  0x09: String.raw`\t`,
  0x0a: String.raw`\n`,
  0x0d: String.raw`\r`,
  0x5c: String.raw`\\`,
};

const writers: Readonly<Record<ByteForm, (byte: number) => string>> = {
  hex: (byte) => hexOf(byte).toUpperCase(),
  decimal: (byte) => String(byte).padStart(3, '0'),
  escapes: (byte) => escapes[byte] ?? (isPrintable(byte) ? String.fromCharCode(byte) : String.raw`\x${hexOf(byte)}`),
};
