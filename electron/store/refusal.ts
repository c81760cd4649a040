import type { Database } from 'better-sqlite3';

import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { APPLICATION_ID } from './connection.ts';
import { findSqliteProblem } from './runtime.ts';

/** Why this file must be left alone, or null when it is our history or still empty. Only reads. */
export function findRefusal({ database, path, newest }: { database: Database; path: string; newest: number }): StoreProblem | null {
  const sqliteProblem = findSqliteProblem(String(database.prepare('SELECT sqlite_version()').pluck().get()), path);
  if (sqliteProblem !== null || isEmpty(database)) return sqliteProblem;
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    return { kind: 'not_a_store', path, detail: 'It is a SQLite database of another program.' };
  }
  const version = schemaVersion(database);
  if (version <= newest) return null;
  return { kind: 'newer_schema', path, detail: `Its schema is version ${version}; this Sonde knows up to ${newest}.` };
}

/** The number of the last migration this file went through; 0 for a new file. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** A file of zero bytes counts: SQLite makes one before it makes a database. */
function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined && schemaVersion(database) === 0;
}
