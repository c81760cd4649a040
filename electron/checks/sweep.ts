import { createEventQueue } from './event-queue.ts';
import type { SweepOrder, SweptPort } from './sweep-ports.ts';
import { startSweepThread } from './sweep-thread.ts';

/** Dialling keeps about one core busy for each thread, and the system another for the packets: more gain nothing (measured on 2 and 4 cores). */
const THREADS = 2;

/**
 * Dials a range of ports in threads of their own, and yields what they brought in batches, in no order.
 *
 * Aborting, or stopping to read, ends the threads and every socket with them; what was not dialled by then is not reported. A thread that
 * throws, ends early or does not answer is a bug: what the others brought is told first.
 * `workerFile` is sweep-worker, where the build put it.
 */
export async function* sweep(order: SweepOrder, workerFile: URL, signal: AbortSignal): AsyncGenerator<readonly SweptPort[], void> {
  const batches = createEventQueue<readonly SweptPort[]>();
  const stop = (): void => batches.close();
  const shares = shareOut(order);
  const failures: unknown[] = [];
  let running = shares.length;
  const onEnd = (failure: unknown): void => {
    if (failure !== null) failures.push(failure);
    running -= 1;
    if (running === 0) batches.close();
  };
  const threads = shares.map((share) => startSweepThread({ order: share, workerFile, onSwept: batches.push, onEnd }));
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
    await Promise.all(threads.map((end) => end()));
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
