import { rmSync } from 'node:fs';

import { showLongWriting } from '../store/long-writing.ts';
import { keptPathFor, type RestoreEnd } from '../store/file/restore.ts';
import { isSameFile } from './is-same-file.ts';
import { silentProblem } from './silent-problem.ts';
import { runTransfer, type Stopped, type TransferRun } from './run-transfer.ts';

/** A backup to restore while the history may be open. */
export interface RestoreWish extends Pick<TransferRun<'restore'>, 'workerFile' | 'onProgress' | 'silentLimitMs'> {
  /** The file of the history. */
  readonly path: string;
  readonly fromPath: string;
  readonly nowMs: number;
}

/** How a restore ended. But for `restored` and `replaced` the history is as it was. */
export type Restored =
  | RestoreEnd
  | Stopped
  /** It would be restored from itself. */
  | { readonly kind: 'is_history' };

/**
 * Puts a backup in place of the history, verified and brought up to date, in a thread of its own; what was there is kept beside it.
 * Stopping leaves the history as it was. Whoever else wants to write waits for it (patiently.ts).
 */
export async function restoreHistory({ path, fromPath, nowMs, ...run }: RestoreWish, signal: AbortSignal): Promise<Restored> {
  if (isSameFile(path, fromPath)) return { kind: 'is_history' };
  const partPath = `${path}.restore-${process.pid}`;
  const order = { path, fromPath, partPath, keptPath: keptPathFor(path, nowMs), nowMs };
  const endWriting = showLongWriting(path);
  try {
    const end = await runTransfer({ ...run, growing: [partPath, `${path}-wal`, order.keptPath], job: { kind: 'restore', order } }, signal);
    if (end.kind === 'stopped') removeLeftovers(order);
    return end.kind === 'silent' ? { kind: 'not_restored', problem: silentProblem(path) } : end;
  } finally {
    endWriting();
  }
}

function removeLeftovers({ partPath, keptPath }: { readonly partPath: string; readonly keptPath: string }): void {
  for (const suffix of ['', '-wal', '-shm', '.part']) rmSync(`${partPath}${suffix}`, { force: true });
  rmSync(`${keptPath}.part`, { force: true });
}
