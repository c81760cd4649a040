import type { Worker } from 'node:worker_threads';

import { askToStop, type StopFlag } from './stop-flag.ts';

/** A thread that can be ended. */
export interface EndableThread {
  readonly worker: Worker;
  readonly stop: StopFlag;
  /** It ends by itself when it is asked; one that has not by then is cut off; in milliseconds. */
  readonly limitMs: number;
}

/** How a thread is ended from outside. */
export interface ThreadEnd {
  /** It has loaded what it needs. */
  readonly begun: () => void;
  /** Ends it as soon as that is safe. */
  readonly end: () => void;
}

/**
 * Ends a thread that uses SQLite: asks it to, and cuts it off only when it does not come to see that.
 *
 * Never while SQLite loads in it: the addon's first lines take every call to Node for one that works, and in a thread that is being ended none
 * does, which is a crash of the whole process (`FATAL ERROR: Error::New napi_get_last_error_info`, in Node 24.21 with better-sqlite3 13.2).
 */
export function threadEnd({ worker, stop, limitMs }: EndableThread): ThreadEnd {
  const hasBegun = Promise.withResolvers<undefined>();
  return {
    begun: () => hasBegun.resolve(undefined),
    end: () => {
      askToStop(stop);
      const timer = setTimeout(() => void hasBegun.promise.then(() => worker.terminate()), limitMs);
      worker.once('exit', () => clearTimeout(timer));
    },
  };
}
