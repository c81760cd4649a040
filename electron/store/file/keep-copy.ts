import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { harden } from '../connection.ts';
import { schemaVersion } from '../refusal.ts';

/** Beside the history, for this user only. */
const FOLDER_NAME = 'backups';

/**
 * Puts a verified copy of the history into its folder of backups. Gives the reason when the copy is not as good, else null.
 *
 * To be called under the write lock, so that nothing is saved between the copy and what it is kept for.
 */
export function keepCopy({ path, version }: { readonly path: string; readonly version: number }): StoreProblem | null {
  const copyPath = join(dirname(path), FOLDER_NAME, `history-v${version}-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`);
  const source = open(path, { readonly: true });
  let isGood = false;
  try {
    mkdirSync(dirname(copyPath), { recursive: true, mode: 0o700 });
    closeSync(openSync(copyPath, 'wx', 0o600));
    source.prepare('VACUUM INTO ?').run(copyPath);
    const difference = findDifference(source, copyPath);
    isGood = difference === null;
    return isGood ? null : { kind: 'damaged', path, detail: `The copy to keep before the update is not as good: ${difference}.` };
  } finally {
    source.close();
    if (!isGood) rmSync(copyPath, { force: true });
  }
}

/** A connection of its own: the one that holds the write lock is inside a transaction, where VACUUM cannot run. */
function open(path: string, { readonly }: { readonly readonly: boolean }): Database.Database {
  const database = new Database(path, { readonly, fileMustExist: true });
  harden(database);
  return database;
}

function findDifference(source: Database.Database, copyPath: string): string | null {
  // Not for reading only: SQLite does not even load CHECK constraints then, and would find nothing wrong with them.
  const copy = open(copyPath, { readonly: false });
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') return verdict;
    if (schemaVersion(copy) !== schemaVersion(source)) return 'its version differs';
    const tables = source
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
      .pluck()
      .all();
    const unlike = tables.find((table) => countRows(copy, String(table)) !== countRows(source, String(table)));
    return unlike === undefined ? null : `rows are missing in ${String(unlike)}`;
  } finally {
    copy.close();
  }
}

function countRows(database: Database.Database, table: string): number {
  return Number(
    database
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  );
}
