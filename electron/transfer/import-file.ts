import { historyFile } from '../store/file/history-file.ts';
import { showLongWriting } from '../store/long-writing.ts';
import { silentProblem } from './silent-problem.ts';
import { runTransfer, type Stopped, type TransferRun } from './run-transfer.ts';
import type { FileTaken, FileToTake } from './take-in-file.ts';

/** A file of checks to import. */
export interface ImportWish extends Pick<TransferRun<'take_in'>, 'workerFile' | 'onProgress' | 'silentLimitMs'> {
  readonly file: FileToTake;
}

/**
 * Imports a file of checks in a thread of its own, in one transaction, or only tells what it would bring. Stopping changes nothing.
 *
 * Whoever else wants to write to the history, in this process or another, waits for it (patiently.ts) and loses nothing.
 */
export async function importFile({ file, ...run }: ImportWish, signal: AbortSignal): Promise<FileTaken | Stopped> {
  const path = historyFile(file.folder);
  const endWriting = file.isPreview ? () => undefined : showLongWriting(path);
  try {
    const end = await runTransfer({ ...run, growing: [path, `${path}-wal`], job: { kind: 'take_in', file } }, signal);
    return end.kind === 'silent' ? { kind: 'not_taken', problem: silentProblem(path) } : end;
  } finally {
    endWriting();
  }
}
