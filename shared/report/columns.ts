import type { Column } from './block.ts';

/** Columns with these titles; those named stand at the end of their cells, as numbers do. */
export function columnsOf(titles: readonly string[], endColumns: readonly number[] = []): readonly Column[] {
  return titles.map((title, place) => ({ title, align: endColumns.includes(place) ? 'end' : 'start' }));
}
