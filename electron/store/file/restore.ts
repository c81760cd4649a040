import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { backUp } from './back-up.ts';
import { hasOwnSchema } from './has-own-schema.ts';
import { classifyProblem } from '../classify-problem.ts';
import { harden, makeDurable } from '../connection.ts';
import { migrations } from '../migrations/index.ts';
import { openWritable } from '../open-writable.ts';
import { findRefusal, schemaVersion } from '../refusal.ts';
import { holdHistory } from '../repair/hold-history.ts';
import { withRepairLock } from '../repair/repair-lock.ts';
import { replaceHistory } from '../repair/replace-history.ts';
import { closeStore } from '../store.ts';

/** A backup to put in place of the history. */
export interface RestoreOrder {
  /** The file of the history, which may be open in this and other processes. */
  readonly path: string;
  readonly fromPath: string;
  /** A file for the time being, beside the history. */
  readonly partPath: string;
  /** Where the history as it is now is kept. */
  readonly keptPath: string;
  readonly nowMs: number;
}

/** How a restore ended. But for `restored` and `replaced` the history is as it was. */
export type RestoreEnd =
  | { readonly kind: 'restored'; readonly keptPath: string }
  /** The history was too damaged to be copied: its files are in this folder. The one that is open is not the history any more. */
  | { readonly kind: 'replaced'; readonly quarantine: string }
  /** The file is no backup that can be used. */
  | { readonly kind: 'unusable'; readonly problem: StoreProblem }
  | { readonly kind: 'not_restored'; readonly problem: StoreProblem };

/**
 * Puts a backup in place of the history while others have it open: they see it as soon as it is whole.
 *
 * 1. The backup is looked at without being touched: whose it is, how old its schema, whether it is whole.
 * 2. A copy of it is brought up to the newest schema; it has to be ours, word for word.
 * 3. The history as it is now is kept, verified, in its folder of backups.
 * 4. Where it is too damaged for that, its files go into quarantine (see repair.ts) and the copy takes their place.
 * 5. Else SQLite's own backup writes the copy over the history in one transaction. Whoever wants to write waits meanwhile.
 *
 * Never rejects for reasons of the disk or the files; what `onProgress` throws to stop it is passed on, and the history is as it was. To be
 * run in a thread of its own.
 */
export async function restore(order: RestoreOrder, onProgress: (share: number) => void): Promise<RestoreEnd> {
  const { path, fromPath, partPath, keptPath } = order;
  const refusal = findUnusable(fromPath);
  if (refusal !== null) return { kind: 'unusable', problem: refusal };
  try {
    const look = (): void => onProgress(0);
    const problem = prepareCopy(order, look);
    if (problem !== null) return problem;
    mkdirSync(dirname(keptPath), { recursive: true, mode: 0o700 });
    const kept = backUp({ path, partPath: `${keptPath}.part`, toPath: keptPath }, look);
    look();
    if (kept.kind === 'unreadable' && ['damaged', 'not_a_store'].includes(kept.problem.kind)) return replaceDamaged(order);
    if (kept.kind !== 'backed_up') return { kind: 'not_restored', problem: kept.problem };
    await writeOver(order, onProgress);
    return { kind: 'restored', keptPath };
  } catch (error) {
    return { kind: 'not_restored', problem: classifyProblem(error, path) };
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${partPath}${suffix}`, { force: true });
  }
}

/** The place where the history is kept before something replaces it. */
export function keptPathFor(path: string, nowMs: number): string {
  return join(dirname(path), 'backups', `history-before-restore-${new Date(nowMs).toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`);
}

function findUnusable(fromPath: string): StoreProblem | null {
  let database: Database.Database | null = null;
  try {
    // Of a folder that is not there better-sqlite3 speaks as of a bug.
    accessSync(fromPath, constants.R_OK);
    database = new Database(fromPath, { readonly: true, fileMustExist: true });
    harden(database);
    const refusal = findRefusal({ database, path: fromPath, newest: migrations.length });
    if (refusal !== null) return refusal;
    // An empty file is nobody's, and restoring it would empty the history.
    return schemaVersion(database) > 0 ? null : { kind: 'not_a_store', path: fromPath, detail: 'It is empty.' };
  } catch (error) {
    return classifyProblem(error, fromPath);
  } finally {
    database?.close();
  }
}

/** Copies the backup whole and verified, and brings the copy up to date; gives how the restore ends when that fails. */
function prepareCopy({ fromPath, partPath }: RestoreOrder, look: () => void): RestoreEnd | null {
  const copied = backUp({ path: fromPath, partPath: `${partPath}.part`, toPath: partPath }, look);
  if (copied.kind === 'unreadable') return { kind: 'unusable', problem: copied.problem };
  if (copied.kind === 'not_written') return { kind: 'not_restored', problem: copied.problem };
  const opening = openWritable(partPath);
  if (opening.kind === 'unusable') return { kind: 'unusable', problem: { ...opening.problem, path: fromPath } };
  const isOurs = hasOwnSchema(opening.store.database);
  closeStore(opening.store);
  return isOurs ? null : { kind: 'unusable', problem: { kind: 'not_a_store', path: fromPath, detail: 'Its schema is not ours.' } };
}

function replaceDamaged({ path, partPath, nowMs }: RestoreOrder): RestoreEnd {
  const end = withRepairLock(path, (): RestoreEnd => {
    const held = holdHistory(path);
    if (held.kind === 'refused') return { kind: 'not_restored', problem: held.problem };
    try {
      const quarantine = replaceHistory({ path, byPath: partPath, nowMs, held });
      return { kind: 'replaced', quarantine };
    } finally {
      held.release();
    }
  });
  return end === 'busy' ? { kind: 'not_restored', problem: { kind: 'locked', path, detail: 'It is being repaired.' } } : end;
}

/** So many pages at a time: a step of some milliseconds. */
const PAGES_A_STEP = 2_000;

async function writeOver({ path, partPath }: RestoreOrder, onProgress: (share: number) => void): Promise<void> {
  const source = new Database(partPath, { readonly: true });
  try {
    await source.backup(path, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return PAGES_A_STEP;
      },
    });
  } finally {
    source.close();
  }
  // What the backup wrote waits in the log for the disk: this forces it there.
  const history = new Database(path, { fileMustExist: true });
  try {
    harden(history);
    makeDurable(history);
    history.pragma('wal_checkpoint(FULL)');
  } finally {
    history.close();
  }
}
