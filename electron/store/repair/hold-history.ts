import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { classifyProblem, isBarred } from '../classify-problem.ts';
import { closeUntouched } from '../close-untouched.ts';
import { BUSY_TIMEOUT_MS, harden } from '../connection.ts';
import { inodeOf } from '../file/inode.ts';
import { migrations } from '../migrations/index.ts';
import { findRefusal } from '../refusal.ts';

/** The files of a damaged history, held so that nobody writes to them. */
export interface HeldHistory {
  readonly kind: 'held';
  /** Why it could not be locked, or null when it is: then nobody else can write to it either. */
  readonly problem: StoreProblem | null;
  /** Copies the file and its log, byte for byte. Throws what the file system throws. */
  readonly copyTo: (path: string) => void;
  /** Lets go; what is held is as it was found. */
  readonly release: () => void;
}

/** It is not to be touched. */
export interface Refused {
  readonly kind: 'refused';
  readonly problem: StoreProblem;
}

/**
 * Takes the write lock, where the file is still whole enough to have one: nobody can save into a file that is about to be replaced. Refuses
 * the history of a newer Sonde, the database of another program, and one that somebody else writes to.
 */
export function holdHistory(path: string): HeldHistory | Refused {
  const locking = lock(path);
  if (locking.kind === 'refused') return locking;
  const { database, problem } = locking;
  const inode = inodeOf(path);
  const files: number[] = [];
  return {
    kind: 'held',
    problem,
    copyTo: (toPath) => {
      for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) files.push(copyOpen(path + suffix, toPath + suffix));
    },
    release: () => {
      if (database !== null) letGo({ database, path, isMoved: inodeOf(path) !== inode });
      // Only now: closing any descriptor of a file drops the locks that this process has on it.
      for (const file of files.splice(0)) closeSync(file);
    },
  };
}

type Locking = Refused | { readonly kind: 'tried'; readonly database: Database.Database | null; readonly problem: StoreProblem | null };

function lock(path: string): Locking {
  // SQLite would delete the log of a file that is empty.
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return { kind: 'tried', database: null, problem: null };
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  let isKept = false;
  try {
    harden(database);
    const refusal = findRefusal({ database, path, newest: migrations.length });
    if (refusal !== null) return { kind: 'refused', problem: refusal };
    database.exec('BEGIN IMMEDIATE');
    isKept = true;
    return { kind: 'tried', database, problem: null };
  } catch (error) {
    const problem = classifyProblem(error, path);
    return problem.kind === 'locked' || isBarred(problem) ? { kind: 'refused', problem } : { kind: 'tried', database: null, problem };
  } finally {
    if (!isKept) letGo({ database, path, isMoved: false });
  }
}

/** SQLite itself leaves a file alone that was moved. */
function letGo({
  database,
  path,
  isMoved,
}: {
  readonly database: Database.Database;
  readonly path: string;
  readonly isMoved: boolean;
}): void {
  if (database.inTransaction) database.exec('ROLLBACK');
  if (isMoved) {
    database.close();
    return;
  }
  try {
    closeUntouched(database, path);
  } catch (error) {
    // What cannot be read cannot be folded together either.
    classifyProblem(error, path);
  }
}

const CHUNK_BYTES = 1024 * 1024;

/** Copies a file and leaves the descriptor it was read by open. */
function copyOpen(fromPath: string, toPath: string): number {
  const from = openSync(fromPath, 'r');
  const to = openSync(toPath, 'wx', 0o600);
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const count = readSync(from, chunk);
      if (count === 0) break;
      writeSync(to, chunk, 0, count);
    }
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
  return from;
}
