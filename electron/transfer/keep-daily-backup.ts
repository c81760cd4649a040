import { rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Backup } from '../../shared/history/backup.ts';
import { backUpHistory, type BackedUp, type BackUpWish } from './back-up-history.ts';
import { backupFolder, dailyBackupPathFor, listBackups, makeBackupFolder } from './backup-folder.ts';

/** The history whose copy of the day is kept. */
export interface DailyBackup extends Pick<BackUpWish, 'path' | 'workerFile'> {
  readonly nowMs: number;
}

/** What came of it: a copy, its failure, or why none was made. */
export type DailyBackedUp = BackedUp | { readonly kind: 'not_due' | 'no_room' };

/**
 * Makes a verified copy of the history, at most once a day and only when it changed, so that there is one to repair from for those who never
 * asked for any; keeps the newest few. Never fills the disk. Never rejects for reasons of the disk or the file.
 */
export async function keepDailyBackup({ path, nowMs, workerFile }: DailyBackup, signal: AbortSignal): Promise<DailyBackedUp> {
  const listed = listBackups(path);
  if (listed.kind === 'unreadable') return { kind: 'not_written', problem: listed.problem };
  if (!isDue(path, listed.rows, nowMs)) return { kind: 'not_due' };
  if (!hasRoom(path)) return { kind: 'no_room' };
  const problem = makeBackupFolder(path);
  if (problem !== null) return { kind: 'not_written', problem };
  const wish = { path, toPath: dailyBackupPathFor(path, nowMs), mayReplace: false, workerFile, onProgress: () => undefined };
  const end = await backUpHistory(wish, signal);
  if (end.kind === 'backed_up') removeOldest(path);
  return end;
}

/** In milliseconds. */
const DAY_MS = 86_400_000;

function isDue(path: string, backups: readonly Backup[], nowMs: number): boolean {
  const [newest] = backups;
  if (newest === undefined) return true;
  // A clock that was set back must not stop it for years.
  const isToday = Math.abs(nowMs - newest.madeAtMs) < DAY_MS;
  return !isToday && changedAtMs(path) > newest.madeAtMs;
}

/** When something was saved last: into the log, or from it into the file. */
function changedAtMs(path: string): number {
  return Math.max(...[path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

/** So many times the history has to fit onto the disk beside the copy: the person's own work needs room, too. */
const ROOM = 3;

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize > ROOM * (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  } catch {
    // A disk that cannot be asked is not written to for a copy nobody asked for.
    return false;
  }
}

/** The newest ones reach back three days of use; older copies are for those who make them. */
const KEPT = 3;

function removeOldest(path: string): void {
  const listed = listBackups(path);
  const daily = listed.kind === 'listed' ? listed.rows.filter(({ reason }) => reason === 'daily') : [];
  for (const { name } of daily.slice(KEPT)) rmSync(join(backupFolder(path), name), { force: true });
}
