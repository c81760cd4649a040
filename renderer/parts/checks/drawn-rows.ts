import type { CheckRow } from '../../../shared/history/check-row.ts';
import { drawnPlaces, type ListView } from '../drawn-places.ts';

/** The rows from `from` up to `to`, without `to`. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** Which rows are seen. */
export function seenRows({ topPx, bottomPx, rowPx }: ListView, rowCount: number): RowSpan {
  const from = Math.min(rowCount, Math.max(0, Math.floor(topPx / rowPx)));
  return { from, to: Math.min(rowCount, Math.max(from, Math.ceil(bottomPx / rowPx))) };
}

/** A row that is drawn at its place; undefined was not read yet. */
export interface DrawnRow {
  readonly place: number;
  /** Whose elements it takes: those of a row that went out of sight, for to fill them anew costs half of making new ones. */
  readonly key: string;
  readonly check: CheckRow | undefined;
  /** Its day is said: the row above is of another one, or is not seen. */
  readonly beginsDay: boolean;
}

/**
 * What is drawn of a list: what is seen, as much again above and below, so that scrolling never shows an empty place, and the row that holds
 * the focus, wherever it is.
 */
export function drawnRows(rows: readonly (CheckRow | undefined)[], seen: RowSpan, focused: number): readonly DrawnRow[] {
  const margin = BLOCK * Math.ceil((seen.to - seen.from) / BLOCK);
  // Always so many: a row that comes takes the slot of the one that goes.
  const slots = 3 * margin;
  const from = Math.max(0, seen.from - margin);
  const places = drawnPlaces({ from, to: Math.min(rows.length, from + slots) }, focused >= 0 && focused < rows.length ? [focused] : []);
  return places.map((place) => ({
    // What holds the focus stays the element it is.
    key: place === focused ? `focused ${place}` : `slot ${place % slots}`,
    place,
    check: rows[place],
    beginsDay: place === seen.from || !isSameDay(rows[place - 1], rows[place]),
  }));
}

/**
 * The same rows as their elements follow each other already, by `held`, the keys before. To move an element in the document costs as much
 * as to make it anew, and its place on the screen does not come from there.
 */
export function inHeldOrder(drawn: readonly DrawnRow[], held: readonly string[]): readonly DrawnRow[] {
  const order = new Map(held.map((key, index) => [key, index]));
  const orderOf = ({ key }: DrawnRow): number => order.get(key) ?? held.length;
  return drawn.toSorted((one, other) => orderOf(one) - orderOf(other));
}

/** The number of rows seen is one more or less wherever a row is cut: it counts in blocks. */
const BLOCK = 8;

function isSameDay(one: CheckRow | undefined, other: CheckRow | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return new Date(one.startedAtMs).setHours(0, 0, 0, 0) === new Date(other.startedAtMs).setHours(0, 0, 0, 0);
}
