import { existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { classifyProblem, isBarred } from './classify-problem.ts';
import { BUSY_TIMEOUT_MS, harden } from './connection.ts';
import { inodeOf } from './file/inode.ts';
import { migrations } from './migrations/index.ts';
import { findRefusal, schemaVersion } from './refusal.ts';
import type { StoreOpening } from './store.ts';

/** Opens a history that cannot be written, because of `obstacle`, for reading; one with an older schema cannot be read either. */
export function openReadOnly(path: string, obstacle: StoreProblem): StoreOpening {
  if (!existsSync(path)) return { kind: 'unusable', problem: obstacle };
  try {
    return openDatabase({ database: connect(path), path, obstacle });
  } catch (error) {
    const problem = classifyProblem(error, path);
    return { kind: 'unusable', problem: isBarred(problem) ? obstacle : problem };
  }
}

interface ReadOnlyDatabase {
  readonly database: Database.Database;
  readonly path: string;
  readonly obstacle: StoreProblem;
}

function openDatabase({ database, path, obstacle }: ReadOnlyDatabase): StoreOpening {
  let isUsable = false;
  try {
    const problem = findRefusal({ database, path, newest: migrations.length });
    if (problem !== null) return { kind: 'unusable', problem };
    if (schemaVersion(database) < migrations.length) return { kind: 'unusable', problem: obstacle };
    isUsable = true;
    return { kind: 'open', store: { path, inode: inodeOf(path), database, unwritable: obstacle, statements: new Map() } };
  } finally {
    if (!isUsable) database.close();
  }
}

/**
 * A file with a write-ahead log needs two files beside it even to be read. Where they cannot be made and the log is empty, the
 * file is all there is, and it is read into memory.
 */
function connect(path: string): Database.Database {
  const database = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    harden(database);
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database.close();
    if (!isBarred(classifyProblem(error, path)) || !fitsIntoMemory(path)) throw error;
    return readIntoMemory(path);
  }
}

/** A history of some hundred thousand checks; more would cost the whole computer its memory. */
const LARGEST_IN_MEMORY_BYTES = 512 * 1024 * 1024;

function fitsIntoMemory(path: string): boolean {
  const logSizeBytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return logSizeBytes === 0 && statSync(path).size <= LARGEST_IN_MEMORY_BYTES;
}

function readIntoMemory(path: string): Database.Database {
  const bytes = readFileSync(path);
  // File format versions 2 mean "with a write-ahead log", which memory cannot have (https://sqlite.org/fileformat.html, section 1.3.3).
  bytes.fill(1, 18, 20);
  const database = new Database(bytes, { readonly: true });
  harden(database);
  return database;
}
