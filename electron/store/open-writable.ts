import Database from 'better-sqlite3';

import { classifyProblem } from './classify-problem.ts';
import { closeUntouched } from './close-untouched.ts';
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
