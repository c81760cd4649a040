import { LineRing } from './line-ring.ts';
import type { TranscriptLine } from './transcript-line.ts';

/** Lines with consecutive numbers, of which the oldest may go and the newest may still grow. */
export interface LineSource {
  /** The number of the oldest line; of the next one to come when there is none. */
  readonly firstNumber: number;
  readonly lineCount: number;
  /** Those with numbers from `from` up to but not `to`, as far as they are here. */
  readonly lines: (from: number, to: number) => readonly TranscriptLine[];
}

/**
 * Where each line of a transcript stands when every line takes some rows of one height: to follow it costs what is new, to find a place is a
 * search in halves.
 */
export class RowIndex {
  readonly #countRows: (line: TranscriptLine, before: TranscriptLine | undefined) => number;
  /** Behind which row each line ends, counted from the first row there ever was. */
  readonly #ends = new LineRing<number>();
  /** The rows of lines that are gone. */
  #goneRows = 0;
  /** Behind which row the newest line ends. */
  #end = 0;

  /** `countRows`: how many rows a line takes, which may depend on the line before it; 0 hides it. */
  constructor(countRows: (line: TranscriptLine, before: TranscriptLine | undefined) => number) {
    this.#countRows = countRows;
  }

  /** How many rows there are. */
  get rowCount(): number {
    return this.#end - this.#goneRows;
  }

  /** How many rows went with the oldest lines since the beginning. */
  get goneRows(): number {
    return this.#goneRows;
  }

  /** Takes in what came, grew and went since the last time. */
  follow(source: LineSource): void {
    const next = source.firstNumber + source.lineCount;
    const known = this.#ends.nextNumber;
    const isLastHere = this.#ends.count > 0 && known - 1 >= source.firstNumber;
    const from = Math.max(source.firstNumber, isLastHere ? known - 1 : known);
    if (from > known) {
      // All that was known is gone, and what went in between was never seen: a session may have had millions of lines.
      this.#ends.skipTo(from);
      this.#goneRows = this.#end;
    }
    let [before] = source.lines(from - 1, from);
    for (const line of source.lines(from, next)) {
      const isKnown = line.number < known;
      const start = isKnown ? this.startOf(line.number) + this.#goneRows : this.#end;
      const end = start + this.#countRows(line, before);
      if (isKnown) this.#ends.replaceNewest(end);
      else this.#ends.push(end);
      this.#end = end;
      before = line;
    }
    while (this.#ends.firstNumber < source.firstNumber) this.#goneRows = this.#ends.shift() ?? this.#goneRows;
  }

  /** The row a line begins at, from 0. */
  startOf(number: number): number {
    return (this.#ends.slice(number - 1, number)[0] ?? this.#goneRows) - this.#goneRows;
  }

  /** The number of the line that stands at a row, or of the nearest one. */
  lineAt(row: number): number {
    const wanted = Math.max(0, row) + this.#goneRows;
    let [low, high] = [this.#ends.firstNumber, Math.max(this.#ends.firstNumber, this.#ends.nextNumber - 1)];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#ends.slice(middle, middle + 1)[0] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
