import type { Database } from 'better-sqlite3';

import type { TableToSalvage } from './salvage-table.ts';
import { quote, untilDamage } from './until-damage.ts';

/** The same for a table without row numbers: it is read from both ends to the damage. Tells whether all was read. */
export function salvageKeyedTable(database: Database, { name, columns, take }: TableToSalvage): boolean {
  let isWhole = true;
  for (const order of ['ASC', 'DESC'] as const) {
    const rows = () => {
      const by = database.prepare(ORDER_BY_KEY).pluck().get({ order, name });
      return database.prepare(`SELECT ${columns.map(quote).join(', ')} FROM ${quote(name)} NOT INDEXED ORDER BY ${String(by)}`).iterate();
    };
    for (const row of untilDamage(rows, () => (isWhole = false))) take(row);
    if (isWhole) return true;
  }
  return false;
}

/** The columns of the key as ORDER BY wants them. */
const ORDER_BY_KEY = `
  SELECT group_concat('"' || name || '" ' || @order, ', ' ORDER BY pk) FROM pragma_table_info(@name) WHERE pk > 0`;
