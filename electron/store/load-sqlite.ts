import Database from 'better-sqlite3';

/** Loads SQLite into this thread now; the package would do it for the first database that is opened. */
export function loadSqlite(): void {
  new Database(':memory:').close();
}
