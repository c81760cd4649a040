import { runTransfer, type Stopped, type TransferRun } from './run-transfer.ts';
import type { FileTaken, FileToTake } from './take-in-file.ts';

/** A file of checks to import. */
export interface ImportWish extends Pick<TransferRun<'take_in'>, 'workerFile' | 'onProgress'> {
  readonly file: FileToTake;
}

/**
 * Imports a file of checks in a thread of its own, in one transaction, or only tells what it would bring. Stopping changes nothing.
 *
 * Others who want to write to the history wait for it: the caller holds its own writing back meanwhile.
 */
export async function importFile({ file, ...run }: ImportWish, signal: AbortSignal): Promise<FileTaken | Stopped> {
  return runTransfer({ ...run, job: { kind: 'take_in', file } }, signal);
}
