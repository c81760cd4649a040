import type { Database } from 'better-sqlite3';

import type { MissingRows } from './missing-rows.ts';
import { quote, untilDamage, type SalvagedRow } from './until-damage.ts';

/** A table to salvage. */
export interface TableToSalvage {
  readonly name: string;
  readonly columns: readonly string[];
  /** Called with each row that can be read, with some of them twice. */
  readonly take: (row: SalvagedRow) => void;
}

/**
 * Reads every row that can be read, from a table with row numbers (as `rowid`), and tells which may be missing: where reading stops at a
 * damaged page, it goes on at the first number behind it.
 */
export function salvageTable(database: Database, table: TableToSalvage): MissingRows {
  const ranges: [number, number][] = [];
  let isDisordered = false;
  let from = 1;
  for (let regions = 0; ; regions += 1) {
    const stretch = readOn(database, table, from);
    isDisordered ||= stretch.isDisordered;
    if (stretch.isWhole) return { ranges, isDisordered };
    const behind = regions < REGIONS_BORNE ? findReadable(database, table.name, stretch.reached + 1) : null;
    ranges.push([stretch.reached + 1, (behind ?? HIGHEST_NUMBER) - 1]);
    if (behind === null) return { ranges, isDisordered };
    from = behind;
  }
}

/** After so many damaged places the rest of a table is given up: a disk that fails everywhere must not hold anybody for hours. */
const REGIONS_BORNE = 1_000;

/** More than anybody saves. */
const HIGHEST_NUMBER = 2 ** 40;

interface Stretch {
  /** The highest number that was read. */
  readonly reached: number;
  readonly isWhole: boolean;
  /** A row came out of its order. */
  readonly isDisordered: boolean;
}

/** Reads from a number on to the end, or to the first damage. */
function readOn(database: Database, { name, columns, take }: TableToSalvage, from: number): Stretch {
  const list = ['rowid AS rowid', ...columns.map(quote)].join(', ');
  const rows = () => database.prepare(`SELECT ${list} FROM ${quote(name)} NOT INDEXED WHERE rowid >= ? ORDER BY rowid`).iterate(from);
  let [reached, isWhole, isDisordered] = [from - 1, true, false];
  for (const row of untilDamage(rows, () => (isWhole = false))) {
    const rowid = Number(row['rowid']);
    if (rowid <= reached || rowid >= HIGHEST_NUMBER) isDisordered = true;
    else reached = rowid;
    take(row);
  }
  return { reached, isWhole, isDisordered };
}

/** The first number behind a damaged place: in strides that double, then back by halves. Null when nothing behind it can be read. */
function findReadable(database: Database, table: string, damaged: number): number | null {
  const look = (id: number) =>
    database.prepare(`SELECT 1 FROM ${quote(table)} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1`).iterate(id);
  const isReadable = (id: number): boolean => {
    let isWell = true;
    for (const _row of untilDamage(
      () => look(id),
      () => (isWell = false),
    ));
    return isWell;
  };
  let stride = 1;
  while (!isReadable(damaged + stride)) {
    if (damaged + stride > HIGHEST_NUMBER) return null;
    stride *= 2;
  }
  let [bad, good] = [damaged + Math.floor(stride / 2), damaged + stride];
  while (good - bad > 1) {
    const middle = bad + Math.floor((good - bad) / 2);
    if (isReadable(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
