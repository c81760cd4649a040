import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

import { classifyProblem } from '../classify-problem.ts';
import { quarantineFolder } from './quarantine.ts';

/**
 * Does something to the files of a history that only one process may do; `busy` when another does it now. SQLite's own lock on a file that
 * holds nothing: the system opens it when a process dies.
 */
export function withRepairLock<T>(path: string, work: () => T): T | 'busy' {
  const folder = quarantineFolder(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new Database(join(folder, 'lock'), { timeout: 0 });
  try {
    if (!isTaken(lock)) return 'busy';
    return work();
  } finally {
    lock.close();
  }
}

function isTaken(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (classifyProblem(error, lock.name).kind === 'locked') return false;
    throw error;
  }
}
