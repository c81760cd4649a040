import { ROW_BYTES, type ByteRow, type RowPiece } from './byte-rows.ts';
import { continues } from './continues.ts';
import { LineRing } from './line-ring.ts';
import type { LineSource } from './row-index.ts';
import type { DataLine, TranscriptLine } from './transcript-line.ts';

/** What a side said at one moment: one object for all of its lines. */
interface Moment {
  readonly firstNumber: number;
  /** Where it begins in its direction. */
  readonly offsetBytes: number;
}

/** Nobody counts on in a flood. */
const LINES_COUNTED = 500;

/**
 * The rows of the view of bytes: what a side said at one moment flows on over the ends of its lines, under a row that says who and when.
 *
 * A row belongs to the line of its first byte, so a short line may have none. To be asked by a RowIndex, line after line; of lines that went
 * it forgets what it knows when rows are drawn.
 */
export class ByteFlow {
  readonly #moments = new LineRing<Moment | null>();

  /** How many rows a line takes; notes have none. */
  countRows(line: TranscriptLine, before: TranscriptLine | undefined): number {
    if (this.#moments.count === 0 && this.#moments.nextNumber < line.number) this.#moments.skipTo(line.number);
    while (this.#moments.nextNumber < line.number) this.#moments.push(null);
    if (this.#moments.nextNumber === line.number) this.#moments.push(line.kind === 'note' ? null : this.#momentOf(line, before));
    if (line.kind === 'note') return 0;
    const headRows = this.isFirst(line) ? 1 : 0;
    if (line.withheld !== null) return headRows + 1;
    const place = this.#placeOf(line);
    return headRows + Math.ceil((place + line.bytes.length) / ROW_BYTES) - Math.ceil(place / ROW_BYTES);
  }

  /** Whether a moment begins with this line. */
  isFirst(line: DataLine): boolean {
    return (this.#at(line.number)?.firstNumber ?? line.number) === line.number;
  }

  /** The rows that begin in a line, without the head: those from `cut.from` up to but not `cut.to`. */
  rowsOf(line: DataLine, cut: { readonly from: number; readonly to: number }, source: LineSource): readonly ByteRow[] {
    // In a flood all that was counted may have gone before it is drawn.
    while (this.#moments.count > 0 && this.#moments.firstNumber < source.firstNumber) this.#moments.shift();
    const place = this.#placeOf(line);
    const first = (ROW_BYTES - (place % ROW_BYTES)) % ROW_BYTES;
    const end = Math.min(line.bytes.length, first + cut.to * ROW_BYTES);
    const rows: ByteRow[] = [];
    for (let from = first + cut.from * ROW_BYTES; from < end; from += ROW_BYTES) {
      rows.push({ offsetBytes: place + from, pieces: this.#piecesOf(line, from, source) });
    }
    return rows;
  }

  /** How many bytes were said at the moment that begins with this line, as far as anybody counts. */
  sizeBytes(first: DataLine, source: LineSource): number {
    let sizeBytes = first.sizeBytes;
    for (const next of this.#after(first, source, LINES_COUNTED)) sizeBytes += next.sizeBytes;
    return sizeBytes;
  }

  #piecesOf(line: DataLine, from: number, source: LineSource): readonly RowPiece[] {
    const pieces: RowPiece[] = [{ lineNumber: line.number, from, bytes: line.bytes.subarray(from, from + ROW_BYTES) }];
    let room = ROW_BYTES - (line.bytes.length - from);
    if (room <= 0) return pieces;
    for (const next of this.#after(line, source, ROW_BYTES)) {
      pieces.push({ lineNumber: next.number, from: 0, bytes: next.bytes.subarray(0, room) });
      room -= next.bytes.length;
      if (room <= 0) break;
    }
    return pieces;
  }

  /** The lines of the same moment that come after this one. */
  *#after(line: DataLine, source: LineSource, count: number): Generator<DataLine, void, undefined> {
    const moment = this.#at(line.number);
    for (const next of source.lines(line.number + 1, line.number + 1 + count)) {
      if (next.kind === 'note' || moment === undefined || moment === null || this.#at(next.number) !== moment) return;
      yield next;
    }
  }

  #momentOf(line: DataLine, before: TranscriptLine | undefined): Moment {
    const moment = continues(line, before) ? this.#at(line.number - 1) : null;
    return moment ?? { firstNumber: line.number, offsetBytes: line.offsetBytes };
  }

  #placeOf(line: DataLine): number {
    return line.offsetBytes - (this.#at(line.number)?.offsetBytes ?? line.offsetBytes);
  }

  #at(number: number): Moment | null | undefined {
    return this.#moments.slice(number, number + 1)[0];
  }
}
