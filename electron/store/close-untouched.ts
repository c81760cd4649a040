import { statSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Closes a file that is not for us exactly as it was found.
 *
 * The last connection to close folds the -wal file into the database. While a second one that may only read is open, the first is
 * not the last, and the second may not write.
 */
export function closeUntouched(database: Database.Database, path: string): void {
  const logSizeBytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (logSizeBytes === 0) {
    database.close();
    return;
  }
  const guard = new Database(path, { readonly: true });
  try {
    guard.pragma('schema_version');
  } finally {
    database.close();
    guard.close();
  }
}
