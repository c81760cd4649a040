import type { Verdict } from '../store/file/verify.ts';
import { runTransfer, type TransferRun } from './run-transfer.ts';

/** A history to verify. */
export interface VerifyWish extends Pick<TransferRun<'verify'>, 'workerFile'> {
  /** The file of the history. */
  readonly path: string;
}

/** Reads the whole history in a thread of its own, and tells whether it is damaged; one that could not be read to its end is not said to be. */
export async function verifyHistory({ path, workerFile }: VerifyWish, signal: AbortSignal): Promise<Verdict> {
  const end = await runTransfer({ job: { kind: 'verify', path }, workerFile, growing: [], onProgress: () => undefined }, signal);
  return end.kind === 'damaged' ? end : { kind: 'whole' };
}
