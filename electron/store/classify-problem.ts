import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';
import { ValiError } from 'valibot';

import type { StoreProblem } from '../../shared/history/store-problem.ts';

/**
 * What an error of SQLite, of the file system or of a row that does not fit means for the person: the only place that reads such a code.
 *
 * Throws every other error again: that one is a bug, not a disk.
 */
export function classifyProblem(error: unknown, path: string): StoreProblem {
  if (error instanceof Database.SqliteError) {
    const kind = kindOfSqlite(error.code);
    return { kind: kind === 'failed' && isFull(path) ? 'disk_full' : kind, path, detail: `${error.code}: ${error.message}` };
  }
  if (isSystemError(error)) return { kind: kindOfSystemCode[error.code] ?? 'failed', path, detail: error.message };
  // A row that must be there is not, or does not fit the table it is in.
  if (error instanceof ValiError) return { kind: 'damaged', path, detail: error.message };
  throw error;
}

/** Whether the file is in order and only its protection, or that of its disk, is in the way. */
export function isBarred({ kind }: StoreProblem): boolean {
  return kind === 'read_only' || kind === 'no_permission';
}

type Kind = StoreProblem['kind'];

/** By primary result code (https://sqlite.org/rescode.html). */
const kindOfSqliteCode: Readonly<Record<string, Kind>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_READONLY: 'read_only',
  SQLITE_CANTOPEN: 'no_permission',
  SQLITE_PERM: 'no_permission',
  SQLITE_AUTH: 'no_permission',
  SQLITE_FULL: 'disk_full',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'not_a_store',
  SQLITE_IOERR: 'failed',
};

const kindOfSystemCode: Readonly<Record<string, Kind>> = {
  EACCES: 'no_permission',
  EPERM: 'no_permission',
  EROFS: 'read_only',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
};

function kindOfSqlite(code: string): Kind {
  // An extended code is its primary code and one more word: SQLITE_BUSY_SNAPSHOT.
  const primary = code.split('_', 2).join('_');
  return kindOfSqliteCode[primary] ?? 'failed';
}

/** SQLite calls a full disk an I/O error where it happens outside a write of its own (the -shm file). */
function isFull(path: string): boolean {
  try {
    return statfsSync(dirname(path)).bavail === 0;
  } catch {
    // Nothing can be said of a disk that cannot be asked.
    return false;
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
