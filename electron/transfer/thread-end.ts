import type { Worker } from 'node:worker_threads';

/** A thread that has not loaded what it needs by then hangs; in milliseconds. */
const BEGIN_LIMIT_MS = 2_000;

/** How a thread is ended from outside. */
export interface ThreadEnd {
  /** It has loaded what it needs. */
  readonly begun: () => void;
  /** Ends it as soon as that is safe. */
  readonly end: () => void;
}

/** Ends a thread, but not while it loads SQLite: that can take the whole process along (a SIGSEGV of Node 24.21, seen once). */
export function threadEnd(worker: Worker): ThreadEnd {
  const hasBegun = Promise.withResolvers<undefined>();
  return {
    begun: () => hasBegun.resolve(undefined),
    end: () => {
      const timer = setTimeout(() => hasBegun.resolve(undefined), BEGIN_LIMIT_MS);
      void hasBegun.promise.then(() => {
        clearTimeout(timer);
        return worker.terminate();
      });
    },
  };
}
