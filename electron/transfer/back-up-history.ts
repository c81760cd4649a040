import { existsSync, rmSync, statSync } from 'node:fs';

import type { BackUpEnd } from '../store/file/back-up.ts';
import { isSameFile } from './is-same-file.ts';
import { silentProblem } from './silent-problem.ts';
import { runTransfer, type Stopped, type TransferRun } from './run-transfer.ts';

/** A backup to make while the history goes on being used. */
export interface BackUpWish extends Pick<TransferRun<'back_up'>, 'workerFile' | 'onProgress' | 'silentLimitMs'> {
  /** The file of the history. */
  readonly path: string;
  readonly toPath: string;
  /** A person agreed to replace what is at `toPath`. */
  readonly mayReplace: boolean;
}

/** How a backup ended. */
export type BackedUp =
  | BackUpEnd
  | Stopped
  /** There is a file of this name, and nobody agreed to replace it. */
  | { readonly kind: 'exists' }
  /** It would be written over the history itself. */
  | { readonly kind: 'is_history' };

/** Copies the history to another file, verified, in a thread of its own. Never rejects for reasons of the disk or the file. */
export async function backUpHistory({ path, toPath, mayReplace, ...run }: BackUpWish, signal: AbortSignal): Promise<BackedUp> {
  if (isSameFile(path, toPath)) return { kind: 'is_history' };
  if (!mayReplace && existsSync(toPath)) return { kind: 'exists' };
  const partPath = `${toPath}.part-${process.pid}`;
  const wholeBytes = Math.max(1, statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  // The thread is inside one statement nearly all the time: only the growing file tells how far it is.
  const timer = setInterval(() => {
    const doneBytes = statSync(partPath, { throwIfNoEntry: false })?.size ?? 0;
    run.onProgress(Math.min(1, doneBytes / wholeBytes));
  }, PROGRESS_EVERY_MS);
  try {
    const end = await runTransfer({ ...run, growing: [partPath], job: { kind: 'back_up', order: { path, partPath, toPath } } }, signal);
    if (end.kind === 'stopped') rmSync(partPath, { force: true });
    return end.kind === 'silent' ? { kind: 'not_written', problem: silentProblem(toPath) } : end;
  } finally {
    clearInterval(timer);
  }
}

/** Often enough to look alive; in milliseconds. */
const PROGRESS_EVERY_MS = 200;
