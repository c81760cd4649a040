import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

import { backupNameSchema, type Backup, type BackupReason } from '../../shared/history/backup.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { classifyProblem } from '../store/classify-problem.ts';

/** The copies of a history, or why its folder of backups cannot be read. */
export type BackupListing =
  | { readonly kind: 'listed'; readonly rows: readonly Backup[]; readonly unreadableCount: 0 }
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** The folder of backups of the history in this file. It may not be there yet. */
export function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

/** Makes that folder, for this user only; gives why it cannot be made, else null. */
export function makeBackupFolder(path: string): StoreProblem | null {
  const folder = backupFolder(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return null;
  } catch (error) {
    return classifyProblem(error, folder);
  }
}

/** Where a copy that a person asks for goes in the history's own folder of backups. */
export function backupPathFor(path: string, nowMs: number): string {
  return join(backupFolder(path), `history-${new Date(nowMs).toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`);
}

/** Lists the copies of the history in this file, the newest first. Never throws for reasons of the disk. */
export function listBackups(path: string): BackupListing {
  const folder = backupFolder(path);
  try {
    const rows = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && v.is(backupNameSchema, entry.name))
      .flatMap(({ name }) => describeBackup(join(folder, name), name));
    return { kind: 'listed', rows: rows.toSorted((one, other) => other.madeAtMs - one.madeAtMs), unreadableCount: 0 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'listed', rows: [], unreadableCount: 0 };
    return { kind: 'unreadable', problem: classifyProblem(error, folder) };
  }
}

/** One that is deleted in between is left out. */
function describeBackup(path: string, name: string): readonly Backup[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? [] : [{ name, reason: reasonOf(name), madeAtMs: Math.round(found.mtimeMs), sizeBytes: found.size }];
}

/** Where the copy of the day goes. */
export function dailyBackupPathFor(path: string, nowMs: number): string {
  return join(backupFolder(path), `history-daily-${new Date(nowMs).toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`);
}

/** As restore.ts, keep-copy.ts, `backupPathFor` and `dailyBackupPathFor` name them. */
function reasonOf(name: string): BackupReason {
  if (name.startsWith('history-daily-')) return 'daily';
  if (name.startsWith('history-before-restore-')) return 'before_restore';
  return /^history-v\d+-/u.test(name) ? 'before_update' : 'asked_for';
}
