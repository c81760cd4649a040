import Database from 'better-sqlite3';

import { migrations } from '../migrations/index.ts';

/**
 * Whether a database of the newest schema has what the migrations make, word for word, and nothing beside it.
 *
 * A trigger or a view in a file that somebody else made would be run by our own statements: one could take away each check as it is saved
 * (https://sqlite.org/security.html).
 */
export function hasOwnSchema(database: Database.Database): boolean {
  const own = new Database(':memory:');
  try {
    for (const { sql } of migrations) own.exec(sql);
    return describeSchema(database) === describeSchema(own);
  } finally {
    own.close();
  }
}

function describeSchema(database: Database.Database): string {
  const parts = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').raw().all();
  return JSON.stringify(parts.map(String).toSorted());
}
