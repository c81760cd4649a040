import { parentPort, workerData } from 'node:worker_threads';

import { backUp } from '../store/file/back-up.ts';
import { restore } from '../store/file/restore.ts';
import { verify } from '../store/file/verify.ts';
import { repair } from '../store/repair/repair.ts';
import { takeInFile } from './take-in-file.ts';
import type { TransferJob, TransferMessage } from './transfer-job.ts';

/** Often enough to look alive; in milliseconds. */
const PROGRESS_EVERY_MS = 100;

tell({ kind: 'begun' });
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
      return;
    case 'repair':
      tell({ kind: 'ended', end: repair(job.order, startTelling()) });
      return;
    case 'verify':
      tell({ kind: 'ended', end: verify(job.path) });
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
