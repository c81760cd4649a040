import { Worker } from 'node:worker_threads';

import { createEventQueue } from './event-queue.ts';
import type { SweepOrder, SweptPort } from './sweep-ports.ts';

/** Dialling keeps about one core busy for each thread, and the system another for the packets: more gain nothing (measured on 2 and 4 cores). */
const THREADS = 2;

/** In megabytes: short-lived sockets fill any nursery; a small one keeps the whole process under 150 MB. */
const NURSERY_MB = 4;

/**
 * Dials a range of ports in threads of their own, and yields what they brought in batches, in no order.
 *
 * Aborting, or stopping to read, ends the threads and every socket with them; what was not dialled by then is not reported.
 * `workerFile` is sweep-worker, where the build put it.
 */
export async function* sweep(order: SweepOrder, workerFile: URL, signal: AbortSignal): AsyncGenerator<readonly SweptPort[], void> {
  const batches = createEventQueue<readonly SweptPort[]>();
  const stop = (): void => batches.close();
  const workers = shareOut(order).map(
    (share) => new Worker(workerFile, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB } }),
  );
  const failures: unknown[] = [];
  let running = workers.length;
  for (const worker of workers) {
    worker.on('message', batches.push);
    worker.on('error', (error) => failures.push(error));
    worker.on('exit', () => {
      running -= 1;
      if (running === 0) batches.close();
    });
  }
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) return;
    for await (const batch of batches.read()) {
      if (signal.aborted) return;
      yield batch;
    }
    // A sweep has no failures of its own: what a thread throws is a bug.
    if (failures.length > 0) throw failures[0];
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function shareOut(order: SweepOrder): readonly SweepOrder[] {
  const { firstPort, lastPort, atOnce } = order;
  const middle = Math.floor((firstPort + lastPort) / 2);
  const halves = [
    { ...order, lastPort: middle },
    { ...order, firstPort: middle + 1 },
  ];
  return halves.filter((half) => half.firstPort <= half.lastPort).map((half) => ({ ...half, atOnce: Math.ceil(atOnce / THREADS) }));
}
