import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';

import { classifyProblem } from '../classify-problem.ts';
import { harden } from '../connection.ts';
import { migrations } from '../migrations/index.ts';
import { findRefusal, schemaVersion } from '../refusal.ts';

/** A backup that is whole, open for reading. */
export interface GoodBackup {
  readonly path: string;
  readonly database: Database.Database;
}

/** Opens the first backup of these that is whole and of a schema this Sonde knows; null when none is. */
export function findBackup(paths: readonly string[]): GoodBackup | null {
  for (const path of paths) {
    const database = openWhole(path);
    if (database !== null) return { path, database };
  }
  return null;
}

function openWhole(path: string): Database.Database | null {
  let database: Database.Database | null = null;
  let isWhole = false;
  try {
    // Of a folder that is not there better-sqlite3 speaks as of a bug.
    accessSync(path, constants.R_OK);
    database = new Database(path, { readonly: true, fileMustExist: true });
    harden(database);
    isWhole =
      findRefusal({ database, path, newest: migrations.length }) === null &&
      schemaVersion(database) > 0 &&
      database.pragma('quick_check(1)', { simple: true }) === 'ok';
    return isWhole ? database : null;
  } catch (error) {
    // The next older one may be better.
    classifyProblem(error, path);
    return null;
  } finally {
    if (!isWhole) database?.close();
  }
}
