import type { CheckRow } from '../../../shared/history/check-row.ts';
import type { CheckDay } from './check-rows.ts';

/** The part of the table that is to be drawn, in pixels from its first row, and how high its rows are. */
export interface TableView {
  readonly fromPx: number;
  readonly toPx: number;
  readonly rowPx: number;
  /** The heading of a day; the first has none. */
  readonly dayPx: number;
}

/** A day and those of its rows that are drawn, each with its place under the day. */
export interface VisibleDay {
  readonly day: string;
  readonly rowCount: number;
  readonly drawn: readonly { readonly check: CheckRow; readonly place: number }[];
}

/** Only rows near what is seen are drawn, and those that hold the focus; every row keeps its place. */
export function visibleDays(days: readonly CheckDay[], view: TableView, keptIds: readonly (number | null)[]): readonly VisibleDay[] {
  let topPx = 0;
  return days.map(({ day, rows }, index) => {
    if (index > 0) topPx += view.dayPx;
    const from = Math.max(0, Math.floor((view.fromPx - topPx) / view.rowPx));
    const to = Math.max(from, Math.ceil((view.toPx - topPx) / view.rowPx));
    topPx += rows.length * view.rowPx;
    const near = rows.slice(from, to).map((check, place) => ({ check, place: from + place }));
    const kept = keptIds.flatMap((id) => {
      const place = id === null ? -1 : rows.findIndex((row) => row.id === id);
      const check = rows[place];
      return check === undefined || (place >= from && place < to) ? [] : [{ check, place }];
    });
    return { day, rowCount: rows.length, drawn: [...near, ...kept].toSorted((one, other) => one.place - other.place) };
  });
}
