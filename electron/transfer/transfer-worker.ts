import { parentPort, workerData } from 'node:worker_threads';

import { backUp } from '../store/file/back-up.ts';
import { restore } from '../store/file/restore.ts';
import { takeInFile } from './take-in-file.ts';
import type { TransferJob, TransferMessage } from './transfer-job.ts';

/** Often enough to look alive; in milliseconds. */
const PROGRESS_EVERY_MS = 100;

// Given by run-transfer.ts, which starts this thread with a TransferJob.
void doJob(workerData);

async function doJob(job: TransferJob): Promise<void> {
  switch (job.kind) {
    case 'back_up':
      tell({ kind: 'ended', end: backUp(job.order) });
      return;
    case 'take_in':
      tell({ kind: 'ended', end: takeInFile(job.file, startTelling()) });
      return;
    case 'restore':
      tell({ kind: 'ended', end: await restore(job.order, startTelling()) });
  }
}

function tell(message: TransferMessage): void {
  parentPort?.postMessage(message);
}

function startTelling(): (share: number) => void {
  let toldMs = 0;
  return (share) => {
    if (performance.now() - toldMs < PROGRESS_EVERY_MS) return;
    toldMs = performance.now();
    tell({ kind: 'progress', share });
  };
}
