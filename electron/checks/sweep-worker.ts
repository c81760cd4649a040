import { parentPort, workerData } from 'node:worker_threads';

import { sweepPorts, type SweepOrder, type SweptPort } from './sweep-ports.ts';

/** So many ports go to the main thread in one message: a message each would cost more than the dialling. */
const BATCH_LENGTH = 512;

// Every refused port makes an Error; nobody reads where it was made, and finding that out takes a fifth of the time.
Error.stackTraceLimit = 0;

// Given by sweep.ts, which starts this thread with a SweepOrder.
void sweepInBatches(workerData);

async function sweepInBatches(order: SweepOrder): Promise<void> {
  let batch: SweptPort[] = [];
  const send = (): void => {
    parentPort?.postMessage(batch);
    batch = [];
  };
  await sweepPorts(order, (swept) => {
    batch.push(swept);
    if (batch.length === BATCH_LENGTH) send();
  });
  send();
}
