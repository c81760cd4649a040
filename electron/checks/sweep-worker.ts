import { parentPort, workerData } from 'node:worker_threads';

import { sweepPorts, type SweepOrder, type SweptPort } from './sweep-ports.ts';
import type { SweepMessage } from './sweep-thread.ts';

/** So many ports go to the main thread in one message: a message each would cost more than the dialling. */
const BATCH_LENGTH = 512;

/** What came meanwhile, or nothing but a sign of life; in milliseconds. */
const SIGN_EVERY_MS = 1_000;

// Every refused port makes an Error; nobody reads where it was made, and finding that out takes a fifth of the time.
Error.stackTraceLimit = 0;

// Given by sweep.ts, which starts this thread with a SweepOrder.
void sweepInBatches(workerData);

async function sweepInBatches(order: SweepOrder): Promise<void> {
  let batch: SweptPort[] = [];
  const say = (message: SweepMessage): void => parentPort?.postMessage(message);
  const send = (): void => {
    say({ kind: 'swept', swept: batch });
    batch = [];
  };
  const timer = setInterval(send, SIGN_EVERY_MS);
  await sweepPorts(order, (swept) => {
    batch.push(swept);
    if (batch.length === BATCH_LENGTH) send();
  });
  clearInterval(timer);
  send();
  say({ kind: 'done' });
}
