/** The thread that backs up and imports, as source: Node runs it as it is. */
export const workerFile = new URL('../../../electron/transfer/transfer-worker.ts', import.meta.url);

/** A signal that never aborts. */
export const never = new AbortController().signal;
