import { parentPort, workerData } from 'node:worker_threads';

import { backUp } from '../store/file/back-up.ts';
import { restore } from '../store/file/restore.ts';
import { verify } from '../store/file/verify.ts';
import { loadSqlite } from '../store/load-sqlite.ts';
import { repair } from '../store/repair/repair.ts';
import { StopAsked, stopIfAsked } from './stop-flag.ts';
import { takeInFile } from './take-in-file.ts';
import type { TransferMessage, TransferOrder } from './transfer-job.ts';

/** Often enough to look alive; in milliseconds. */
const PROGRESS_EVERY_MS = 100;

// See thread-end.ts: nobody may cut this thread off before.
loadSqlite();
tell({ kind: 'begun' });
// Given by run-transfer.ts, which starts this thread with a TransferOrder.
void doJob(workerData).catch((error: unknown) => {
  // Whoever asked knows what it means that this thread ends without a word.
  if (!(error instanceof StopAsked)) throw error;
});

async function doJob({ job, stop }: TransferOrder): Promise<void> {
  const look = (): void => stopIfAsked(stop);
  look();
  switch (job.kind) {
    case 'back_up':
      tell({ kind: 'ended', end: backUp(job.order, look) });
      return;
    case 'take_in':
      tell({ kind: 'ended', end: takeInFile(job.file, startTelling(look)) });
      return;
    case 'restore':
      tell({ kind: 'ended', end: await restore(job.order, startTelling(look)) });
      return;
    case 'repair':
      tell({ kind: 'ended', end: repair(job.order, startTelling(look)) });
      return;
    case 'verify':
      tell({ kind: 'ended', end: verify(job.path) });
  }
}

function tell(message: TransferMessage): void {
  parentPort?.postMessage(message);
}

/** Tells the progress now and then; `look` is called whenever there is any, and may throw. */
function startTelling(look: () => void): (share: number) => void {
  let toldMs = 0;
  return (share) => {
    look();
    if (performance.now() - toldMs < PROGRESS_EVERY_MS) return;
    toldMs = performance.now();
    tell({ kind: 'progress', share });
  };
}
