import { statSync } from 'node:fs';
import Database from 'better-sqlite3';

import { classifyProblem } from './classify-problem.ts';
import { BUSY_TIMEOUT_MS, harden, makeDurable, shortenWaits } from './connection.ts';
import { inodeOf } from './file/inode.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { findRefusal } from './refusal.ts';
import type { StoreOpening } from './store.ts';

/** Opens the file for reading and writing, brought up to the newest schema. */
export function openWritable(path: string, steps: readonly Migration[] = migrations): StoreOpening {
  try {
    const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    return openDatabase({ database, path, steps });
  } catch (error) {
    return { kind: 'unusable', problem: classifyProblem(error, path) };
  }
}

function openDatabase({ database, path, steps }: { database: Database.Database; path: string; steps: readonly Migration[] }): StoreOpening {
  let isUsable = false;
  try {
    harden(database);
    const refusal = findRefusal({ database, path, newest: steps.length });
    if (refusal !== null) return { kind: 'unusable', problem: refusal };
    const notDurable = makeDurable(database);
    if (notDurable !== null) return { kind: 'unusable', problem: { kind: 'failed', path, detail: notDurable } };
    const problem = migrate({ database, path, steps });
    if (problem !== null) return { kind: 'unusable', problem };
    shortenWaits(database);
    isUsable = true;
    return { kind: 'open', store: { path, inode: inodeOf(path), database, unwritable: null, statements: new Map() } };
  } finally {
    if (!isUsable) closeUntouched(database, path);
  }
}

/**
 * Closes a file that is not for us exactly as it was found.
 *
 * The last connection to close folds the -wal file into the database. While a second one that may only read is open, the first is
 * not the last, and the second may not write.
 */
function closeUntouched(database: Database.Database, path: string): void {
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
