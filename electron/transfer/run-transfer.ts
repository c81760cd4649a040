import { Worker } from 'node:worker_threads';

import { watchLife } from '../watch-life.ts';
import { createStopFlag } from './stop-flag.ts';
import { threadEnd } from './thread-end.ts';
import type { TransferEnds, TransferJob, TransferMessage, TransferOrder } from './transfer-job.ts';

/** A thread that is silent for so long counts as stuck; in milliseconds. To read a copy of ten gigabytes back, from a slow disk, takes less. */
const SILENT_LIMIT_MS = 600_000;

/** A thread that was asked to stop looks at that several times a second, but for long statements: those are waited for anyway. In milliseconds. */
const STOP_LIMIT_MS = 10_000;

/** A job for a thread of its own. */
export interface TransferRun<Kind extends TransferJob['kind']> {
  readonly job: Extract<TransferJob, { readonly kind: Kind }>;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
  /** Hears the share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Files that grow while the thread is inside one long statement: a sign of life. */
  readonly growing: readonly string[];
  /** A thread that shows no sign of life for so long is given up; in milliseconds. Long enough for any disk that still works by default. */
  readonly silentLimitMs?: number;
  /** A thread that was asked to stop, and did not for so long, is cut off; in milliseconds. */
  readonly stopLimitMs?: number;
}

/** It was stopped before its end: nothing of it stays. */
export interface Stopped {
  readonly kind: 'stopped';
}

/** It showed no sign of life for too long and was given up: a disk that does not answer, most likely. Nothing was committed. */
export interface Silent {
  readonly kind: 'silent';
}

/**
 * Does a job in a thread of its own and gives how it ended. Aborting asks the thread to end, which rolls back whatever it had not committed;
 * a statement of SQLite that is under way is waited for, unless the thread is silent for too long. Rejects only for a bug: the thread threw,
 * or ended without a word.
 */
export async function runTransfer<Kind extends TransferJob['kind']>(
  { job, workerFile, onProgress, growing, silentLimitMs = SILENT_LIMIT_MS, stopLimitMs = STOP_LIMIT_MS }: TransferRun<Kind>,
  signal: AbortSignal,
): Promise<TransferEnds[Kind] | Stopped | Silent> {
  if (signal.aborted) return { kind: 'stopped' };
  const order: TransferOrder = { job, stop: createStopFlag() };
  const worker = new Worker(workerFile, { workerData: order });
  const { begun, end: stop } = threadEnd({ worker, stop: order.stop, limitMs: stopLimitMs });
  signal.addEventListener('abort', stop, { once: true });
  const over = Promise.withResolvers<TransferEnds[Kind] | Stopped | Silent>();
  const life = watchLife({
    growing,
    limitMs: silentLimitMs,
    // Inside a statement the thread cannot be ended; it is when it comes out, before it does anything else.
    onSilent: () => {
      stop();
      over.resolve({ kind: signal.aborted ? 'stopped' : 'silent' });
    },
  });
  let end: TransferEnds[Kind] | null = null;
  worker.on('message', (message: TransferMessage<TransferEnds[Kind]>) => {
    life.heard();
    if (message.kind === 'progress') onProgress(message.share);
    else if (message.kind === 'ended') ({ end } = message);
    else begun();
  });
  worker.on('error', over.reject);
  worker.on('exit', (code) => {
    if (end !== null) over.resolve(end);
    else if (signal.aborted) over.resolve({ kind: 'stopped' });
    else over.reject(new Error(`The thread of a transfer ended without a word (exit code ${code}).`));
  });
  try {
    return await over.promise;
  } finally {
    life.stop();
    signal.removeEventListener('abort', stop);
  }
}
