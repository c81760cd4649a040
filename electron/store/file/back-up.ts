import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { classifyProblem } from '../classify-problem.ts';
import { BUSY_TIMEOUT_MS, harden } from '../connection.ts';
import { schemaVersion } from '../refusal.ts';
import { syncFolder } from './sync-folder.ts';

/** A backup to make. */
export interface BackUpOrder {
  /** The file of the history. */
  readonly path: string;
  /** Where the copy is written: it gets its name only once it is whole and on the disk. */
  readonly partPath: string;
  readonly toPath: string;
}

/** How a backup ended. Only when it was made was anything at `toPath` touched. */
export type BackUpEnd =
  | { readonly kind: 'backed_up'; readonly sizeBytes: number }
  /** The history is the trouble. */
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem }
  /** The place for the copy is. */
  | { readonly kind: 'not_written'; readonly problem: StoreProblem };

/**
 * Copies the history to a file of its own while others go on using it, and replaces what was at `toPath`.
 *
 * 1. VACUUM INTO: one consistent moment, without the gaps that deleting left. A copy of the file alone would miss what is in its log.
 * 2. The copy is read back in full (quick_check).
 * 3. It is forced to the disk, then takes its name, then the folder is forced to the disk.
 *
 * Blocks for as long as writing it takes: to be run in a thread of its own. Never throws for reasons of the disk or the file; what `look`,
 * which is called between the steps, throws to stop it is passed on.
 */
export function backUp({ path, partPath, toPath }: BackUpOrder, look: () => void = () => undefined): BackUpEnd {
  try {
    // Only this user may read it, and no file of somebody else's is ever written to.
    closeSync(openSync(partPath, 'wx', 0o600));
  } catch (error) {
    return { kind: 'not_written', problem: classifyProblem(error, toPath) };
  }
  try {
    const problem = copyAndVerify({ path, partPath, look });
    if (problem !== null) return endOf(problem, toPath);
    look();
    const { size } = statSync(partPath);
    syncToDisk(partPath);
    renameSync(partPath, toPath);
    syncFolder(dirname(toPath));
    return { kind: 'backed_up', sizeBytes: size };
  } catch (error) {
    return { kind: 'not_written', problem: classifyProblem(error, toPath) };
  } finally {
    rmSync(partPath, { force: true });
  }
}

/** SQLite names no file in its errors: these are of the one that is read, all others of the one that is written. */
function endOf(problem: StoreProblem, toPath: string): BackUpEnd {
  const isOfHistory = ['damaged', 'not_a_store', 'locked', 'no_permission'].includes(problem.kind);
  return isOfHistory ? { kind: 'unreadable', problem } : { kind: 'not_written', problem: { ...problem, path: toPath } };
}

interface Copying extends Pick<BackUpOrder, 'path' | 'partPath'> {
  readonly look: () => void;
}

function copyAndVerify({ path, partPath, look }: Copying): StoreProblem | null {
  let source: Database.Database | null = null;
  try {
    source = open(path);
    source.prepare('VACUUM INTO ?').run(partPath);
    look();
    return findDifference(source, partPath);
  } catch (error) {
    return classifyProblem(error, path);
  } finally {
    source?.close();
  }
}

function findDifference(source: Database.Database, partPath: string): StoreProblem | null {
  const copy = open(partPath);
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    const isSame = schemaVersion(copy) === schemaVersion(source);
    if (verdict === 'ok' && isSame) return null;
    return {
      kind: 'damaged',
      path: source.name,
      detail: isSame ? `The copy is not whole: ${verdict}` : 'The schema was changed meanwhile.',
    };
  } finally {
    copy.close();
  }
}

/** A connection of its own, which only reads: the ones in use are not disturbed. */
function open(path: string): Database.Database {
  const database = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  harden(database);
  return database;
}

function syncToDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
