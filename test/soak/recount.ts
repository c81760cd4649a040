import Database from 'better-sqlite3';

import { historyFile } from '../../electron/store/file/history-file.ts';

/** What a history has, looked at from outside. */
export interface Recount {
  /** How many of the wanted checks are there. */
  readonly present: number;
  readonly rowCount: number;
  readonly quickCheck: string;
}

/** Opens the history in a folder read-only, with a connection that is not the app's, and counts. */
export function recount(folder: string, wantedIds: readonly number[]): Recount {
  const database = new Database(historyFile(folder), { readonly: true });
  try {
    const present = database
      .prepare('SELECT count(*) FROM checks WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .get(JSON.stringify(wantedIds)) as number;
    const rowCount = database.prepare('SELECT count(*) FROM checks').pluck().get() as number;
    return { present, rowCount, quickCheck: String(database.pragma('quick_check', { simple: true })) };
  } finally {
    database.close();
  }
}
