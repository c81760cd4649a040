import { Worker } from 'node:worker_threads';

import type { TransferEnds, TransferJob, TransferMessage } from './transfer-job.ts';

/** A job for a thread of its own. */
export interface TransferRun<Kind extends TransferJob['kind']> {
  readonly job: Extract<TransferJob, { readonly kind: Kind }>;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
  /** Hears the share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** It was stopped before its end: nothing of it stays. */
export interface Stopped {
  readonly kind: 'stopped';
}

/**
 * Does a job in a thread of its own and gives how it ended. Aborting ends the thread, and with its connection whatever it had not committed;
 * a statement of SQLite that is under way is waited for. Rejects only for a bug.
 */
export async function runTransfer<Kind extends TransferJob['kind']>(
  { job, workerFile, onProgress }: TransferRun<Kind>,
  signal: AbortSignal,
): Promise<TransferEnds[Kind] | Stopped> {
  if (signal.aborted) return { kind: 'stopped' };
  const worker = new Worker(workerFile, { workerData: job });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let end: TransferEnds[Kind] | Stopped = { kind: 'stopped' };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: TransferMessage<TransferEnds[Kind]>) => {
        if (message.kind === 'progress') onProgress(message.share);
        else ({ end } = message);
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
    return end;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
