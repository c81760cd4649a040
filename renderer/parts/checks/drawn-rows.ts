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
  readonly check: CheckRow | undefined;
  /** Its day is said: the row above is of another one, or is not seen. */
  readonly beginsDay: boolean;
}

/**
 * What is drawn of a list: what is seen, as much again above and below, so that scrolling never shows an empty place, and the row that holds
 * the focus, wherever it is.
 */
export function drawnRows(rows: readonly (CheckRow | undefined)[], seen: RowSpan, focused: number): readonly DrawnRow[] {
  const margin = seen.to - seen.from;
  const near = { from: Math.max(0, seen.from - margin), to: Math.min(rows.length, seen.to + margin) };
  const places = drawnPlaces(near, focused >= 0 && focused < rows.length ? [focused] : []);
  return places.map((place) => ({
    place,
    check: rows[place],
    beginsDay: place === seen.from || !isSameDay(rows[place - 1], rows[place]),
  }));
}

function isSameDay(one: CheckRow | undefined, other: CheckRow | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return new Date(one.startedAtMs).setHours(0, 0, 0, 0) === new Date(other.startedAtMs).setHours(0, 0, 0, 0);
}
