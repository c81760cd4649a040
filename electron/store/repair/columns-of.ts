import type { Database } from 'better-sqlite3';

import { untilDamage } from './until-damage.ts';

/** The columns of a table as this file has them; none where there is no such table. */
export function columnsOf(database: Database, table: string): readonly string[] {
  const rows = () => database.prepare('SELECT name FROM pragma_table_info(?)').iterate(table);
  return [...untilDamage(rows, () => undefined)].map(({ name }) => String(name));
}
