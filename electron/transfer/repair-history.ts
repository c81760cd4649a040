import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { showLongWriting } from '../store/long-writing.ts';
import { putInPlace } from '../store/repair/put-in-place.ts';
import { workFolder, type RepairEnd } from '../store/repair/repair.ts';
import { withRepairLock } from '../store/repair/repair-lock.ts';
import { backupFolder, listBackups } from './backup-folder.ts';
import { silentProblem } from './silent-problem.ts';
import { runTransfer, type Stopped, type TransferRun } from './run-transfer.ts';

/** A history to repair. */
export interface RepairWish extends Pick<TransferRun<'repair'>, 'workerFile' | 'onProgress' | 'silentLimitMs'> {
  /** The file of the history, open nowhere in this process. */
  readonly path: string;
  readonly nowMs: number;
}

/** How a repair ended. But for `repaired` the history is as it was. */
export type Repaired = RepairEnd | Stopped;

/**
 * Repairs a history in a thread of its own, with the newest backup that is whole. Stopping leaves the history as it was. Whoever else wants
 * to write waits for it (patiently.ts).
 */
export async function repairHistory({ path, nowMs, ...run }: RepairWish, signal: AbortSignal): Promise<Repaired> {
  const endWriting = showLongWriting(path);
  try {
    const growing = ['damaged.sqlite', 'new.sqlite', 'new.sqlite-wal', 'new.sqlite.part'].map((name) => join(workFolder(path), name));
    const job = { kind: 'repair', order: { path, backups: findSources(path), nowMs } } as const;
    const end = await runTransfer({ ...run, growing, job }, signal);
    if (end.kind === 'silent') return { kind: 'not_repaired', problem: silentProblem(path) };
    return end.kind === 'stopped' ? tidyUp(path) : end;
  } finally {
    endWriting();
  }
}

/** Takes away what a repair that was stopped or killed left; one that was as good as done is finished. */
export function tidyUp(path: string): Repaired {
  const quarantine = withRepairLock(path, () => {
    rmSync(workFolder(path), { recursive: true, force: true });
    return putInPlace(path);
  });
  if (quarantine === null || quarantine === 'busy') return { kind: 'stopped' };
  return { kind: 'repaired', quarantine, backupName: null, counts: null };
}

/** The backups of this very history: the ones before a restore are of the one that was replaced, where numbers mean other checks. */
function findSources(path: string): readonly string[] {
  const listed = listBackups(path);
  if (listed.kind === 'unreadable') return [];
  const end = listed.rows.findIndex(({ reason }) => reason === 'before_restore');
  return listed.rows.slice(0, end === -1 ? undefined : end).map(({ name }) => join(backupFolder(path), name));
}
