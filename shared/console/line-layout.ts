import { decodeText, type TextEncoding } from './text-encoding.ts';
import { lineEndOf, type DataLine } from './transcript-line.ts';
import { visibleParts, type VisiblePart } from './visible-parts.ts';

/** How lines are laid out. */
export interface LineLayout {
  /** How many characters of the monospaced font fit a row; Infinity lays every line out in one row. */
  readonly columns: number;
  readonly encoding: TextEncoding;
}

/** A piece of a row that is drawn in one go. */
export interface LinePiece {
  readonly kind: 'text' | 'token' | 'end';
  /** What is drawn. */
  readonly text: string;
  /** Where it lies in the line's visible text (UTF-16), as a search tells places; a line end lies behind it. */
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of a line. Every row has the same height and holds whole characters, so that a place in a long transcript can be computed without
 * drawing what is before it.
 */
export function layOutLine(line: DataLine, { columns, encoding }: LineLayout): readonly (readonly LinePiece[])[] {
  const rows: LinePiece[][] = [[]];
  let used = 0;
  const put = (piece: LinePiece, width: number): void => {
    if (used > 0 && used + width > columns) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(piece);
    used += width;
  };
  let from = 0;
  for (const part of visibleParts(textOf(line, encoding))) {
    if (part.name !== null) put({ kind: 'token', text: part.name, from, to: from + part.text.length }, part.name.length + TOKEN_ROOM);
    else for (const piece of cutText(part, { from, used, columns })) put(piece.piece, piece.width);
    from += part.text.length;
  }
  const end = lineEndOf(line);
  if (end !== null) put({ kind: 'end', text: endNames[end], from, to: from }, endNames[end].length);
  return rows;
}

/** How many rows `layOutLine` gives, without laying out a line of plain characters. */
export function countLineRows(line: DataLine, layout: LineLayout): number {
  const { bytes } = line;
  const end = lineEndOf(line);
  const size = bytes.length - (end === null ? 0 : end === 'lf' ? 1 : 2);
  for (let place = 0; place < size; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return layOutLine(line, layout).length;
  }
  const rows = Math.max(1, Math.ceil(size / layout.columns));
  if (end === null || layout.columns === Number.POSITIVE_INFINITY) return rows;
  const last = size - (rows - 1) * layout.columns;
  return last > 0 && last + endNames[end].length > layout.columns ? rows + 1 : rows;
}

/** How a line end is shown. */
export const endNames = { crlf: 'CR LF', lf: 'LF' } as const;

/** Around the name of a token. */
const TOKEN_ROOM = 1;

/** The longest tokens take the place of a few characters; a row has room for one. */
export const FEWEST_COLUMNS = 16;

function textOf(line: DataLine, encoding: TextEncoding): string {
  const end = lineEndOf(line);
  return decodeText(line.bytes.subarray(0, line.bytes.length - (end === null ? 0 : end === 'lf' ? 1 : 2)), encoding);
}

interface Room {
  readonly from: number;
  readonly used: number;
  readonly columns: number;
}

/** Cuts a part where rows end; never within a character or between it and its marks. */
function cutText({ text }: VisiblePart, room: Room): readonly { readonly piece: LinePiece; readonly width: number }[] {
  const pieces: { piece: LinePiece; width: number }[] = [];
  let [start, width, used] = [0, 0, room.used];
  const cut = (end: number): void => {
    if (end > start)
      pieces.push({ piece: { kind: 'text', text: text.slice(start, end), from: room.from + start, to: room.from + end }, width });
    [start, width] = [end, 0];
  };
  let place = 0;
  for (const character of text) {
    const columns = widthOf(character);
    if (used + columns > room.columns && used > 0) {
      cut(place);
      used = 0;
    }
    width += columns;
    used += columns;
    place += character.length;
  }
  cut(text.length);
  return pieces;
}

/** In columns of the monospaced font: East Asian wide characters and pictographs take two, marks none (Unicode Standard Annex 11). */
function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (/\p{M}/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
