import { Worker } from 'node:worker_threads';

import { watchLife } from '../watch-life.ts';
import type { SweepOrder, SweptPort } from './sweep-ports.ts';

/** What a thread says: what it brought, possibly nothing, or that it is done. */
export type SweepMessage = { readonly kind: 'swept'; readonly swept: readonly SweptPort[] } | { readonly kind: 'done' };

/** In megabytes: short-lived sockets fill any nursery; a small one keeps the whole process under 150 MB. */
const NURSERY_MB = 4;

/** A thread says something every second, if only that it lives; one that does not for so long is stuck. In milliseconds. */
const SILENT_LIMIT_MS = 30_000;

/** A thread to start. */
export interface SweepThread {
  readonly order: SweepOrder;
  /** sweep-worker, where the build put it. */
  readonly workerFile: URL;
  readonly onSwept: (swept: readonly SweptPort[]) => void;
  /** It is over; with what went wrong, or null when it did all it should. Called once. */
  readonly onEnd: (failure: unknown) => void;
}

/** Starts a thread of a sweep; calling what it gives ends it, and resolves when it has ended. One that does not answer is ended as well. */
export function startSweepThread({ order, workerFile, onSwept, onEnd }: SweepThread): () => Promise<unknown> {
  const worker = new Worker(workerFile, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB } });
  let failure: unknown = null;
  let isDone = false;
  const life = watchLife({
    growing: [],
    limitMs: order.silentLimitMs ?? SILENT_LIMIT_MS,
    onSilent: () => {
      failure ??= new Error('A thread of a sweep does not answer.');
      void worker.terminate();
    },
  });
  worker.on('message', (message: SweepMessage) => {
    life.heard();
    if (message.kind === 'done') isDone = true;
    else if (message.swept.length > 0) onSwept(message.swept);
  });
  worker.on('error', (error) => (failure ??= error));
  worker.on('exit', (code) => {
    life.stop();
    onEnd(failure ?? (isDone ? null : new Error(`A thread of a sweep ended early (exit code ${code}).`)));
  });
  return () => worker.terminate();
}
