import Database from 'better-sqlite3';

import type { CarriedTable } from './carried-tables.ts';
import { columnsOf } from './columns-of.ts';
import { allMissing, mayBeMissing, noneMissing, type MissingRows } from './missing-rows.ts';
import { salvageKeyedTable } from './salvage-keyed-table.ts';
import { salvageTable } from './salvage-table.ts';
import { quote, type SalvagedRow } from './until-damage.ts';

/** Where rows come from and go to. */
export interface Carrying {
  /** The damaged history, or a backup. */
  readonly from: Database.Database;
  readonly to: Database.Database;
  readonly table: CarriedTable;
  /** Only rows of these. */
  readonly wanted: MissingRows;
}

/** Carries over the rows of a table that can be read and fit the schema; a row that is there already stays. Tells which may be missing. */
export function carryTable({ from, to, table, wanted }: Carrying): MissingRows {
  const { name, isNumbered, leftOut = [], begins = {}, isWhole = () => true } = table;
  const known = columnsOf(from, name);
  // One of an older schema may not have it at all.
  const columns = columnsOf(to, name).filter((column) => known.includes(column) && !leftOut.includes(column));
  if (columns.length === 0) return allMissing;
  const all = [...(isNumbered ? ['rowid'] : []), ...columns, ...Object.keys(begins)];
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${quote(name)} (${all.map(quote).join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
  );
  const carry = (row: SalvagedRow): boolean =>
    isWhole(row) &&
    fits(
      insert,
      all.map((column) => begins[column] ?? row[column]),
    );
  if (!isNumbered) return salvageKeyedTable(from, { name, columns, take: carry }) ? noneMissing : allMissing;

  const unfit: [number, number][] = [];
  const missing = salvageTable(from, {
    name,
    columns,
    take: (row) => {
      const id = Number(row['rowid']);
      if (mayBeMissing(wanted, id) && !carry(row)) unfit.push([id, id]);
    },
  });
  return { ...missing, ranges: [...missing.ranges, ...unfit] };
}

/** Whether the schema takes the row, and it was not there. OR IGNORE passes over what breaks a rule, but not over a wrong type. */
function fits(insert: Database.Statement, values: readonly unknown[]): boolean {
  try {
    return insert.run(...values).changes > 0;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}
