import { hexRows, type HexRow } from './hex-rows.ts';
import type { DataLine, TranscriptLine } from './transcript-line.ts';

/** How bytes are written in the view of bytes. */
export type ByteForm = 'hex' | 'decimal' | 'escapes';

/** Bytes of a row: as many as a half of most windows has room for. */
export const ROW_BYTES = 16;

/** Whether a line begins what its side said at one moment: a row over it says who and when. */
export function isHeaded(line: DataLine, before: TranscriptLine | undefined): boolean {
  return before?.kind !== line.kind || before.atMs !== line.atMs;
}

/** How many rows a line takes in the view of bytes; notes have none. */
export function countByteRows(line: TranscriptLine, before: TranscriptLine | undefined): number {
  if (line.kind === 'note') return 0;
  return (isHeaded(line, before) ? 1 : 0) + (line.withheld === null ? Math.ceil(line.bytes.length / ROW_BYTES) : 1);
}

/** The rows of a line's bytes, each with its place in what its side said. */
export function byteRows(line: DataLine, form: ByteForm): readonly HexRow[] {
  const rows = hexRows(line.bytes, line.offsetBytes, ROW_BYTES);
  if (form === 'hex') return rows.map((row) => ({ ...row, pairs: row.pairs.map((pair) => pair.toUpperCase()) }));
  return rows.map((row) => ({ ...row, pairs: row.pairs.map((pair) => write[form](Number.parseInt(pair, 16))) }));
}

const escapes: Readonly<Record<number, string>> = {
  0x09: String.raw`\t`,
  0x0a: String.raw`\n`,
  0x0d: String.raw`\r`,
  0x5c: String.raw`\\`,
};

const write: Readonly<Record<Exclude<ByteForm, 'hex'>, (byte: number) => string>> = {
  decimal: (byte) => String(byte).padStart(3, '0'),
  escapes: (byte) =>
    escapes[byte] ?? (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : String.raw`\x${byte.toString(16).padStart(2, '0')}`),
};
