import type { Database } from 'better-sqlite3';

import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { APPLICATION_ID } from './connection.ts';
import { keepCopy } from './file/keep-copy.ts';
import type { Migration } from './migrations/migration.ts';
import { findRefusal, schemaVersion } from './refusal.ts';

/** A file and the steps that bring it up to date. */
export interface Migrating {
  readonly database: Database;
  readonly path: string;
  /** All steps, oldest first. */
  readonly steps: readonly Migration[];
}

/**
 * Brings the schema up to date, all steps or none. Gives the reason when it must not, else null; throws what SQLite throws.
 *
 * 1. The write lock first: another process may be doing the same, so the version is read again under it.
 * 2. A file with a history in it is copied, and the copy verified, while nobody can write.
 * 3. The steps and their number in one transaction.
 */
export function migrate({ database, path, steps }: Migrating): StoreProblem | null {
  const newest = newestVersion(steps);
  if (schemaVersion(database) === newest) return null;
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = schemaVersion(database);
    const problem = findRefusal({ database, path, newest }) ?? (version > 0 && version < newest ? keepCopy({ path, version }) : null);
    if (problem !== null) return problem;
    for (const step of steps) if (step.version > version) database.exec(step.sql);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${newest}`);
    const isBroken = version > 0 && database.prepare('PRAGMA foreign_key_check').get() !== undefined;
    if (isBroken)
      return { kind: 'damaged', path, detail: 'Rows point to rows that are not there; the history was left at its old schema.' };
    database.exec('COMMIT');
    return null;
  } finally {
    // Not committed: a reason to stop was found, or a step threw. SQLite may have rolled back by itself (a full disk).
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function newestVersion(steps: readonly Migration[]): number {
  for (const [index, step] of steps.entries()) {
    if (step.version !== index + 1)
      throw new Error(`Migration ${step.version} stands at place ${index + 1}: they are numbered 1, 2, 3, ...`);
  }
  return steps.length;
}
