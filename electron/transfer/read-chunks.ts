import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { fileProblem, type FileProblem } from './file-problem.ts';

/** Large enough to be quick, small enough to stop and to tell the progress often. */
const CHUNK_BYTES = 256 * 1024;

/** Thrown where a file cannot be read: whoever reads it may be inside a transaction, which only an exception rolls back. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** A file piece by piece; `onProgress` hears the share that was read so far, 0 to 1. Throws UnreadableFile. */
export function* readChunks(path: string, onProgress: (share: number) => void): Generator<Uint8Array, void> {
  const file = reading(path, () => openSync(path, 'r'));
  try {
    const { size } = reading(path, () => fstatSync(file));
    let doneBytes = 0;
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const sizeBytes = reading(path, () => readSync(file, chunk));
      if (sizeBytes === 0) return;
      doneBytes += sizeBytes;
      onProgress(Math.min(1, doneBytes / Math.max(1, size)));
      yield chunk.subarray(0, sizeBytes);
    }
  } finally {
    closeSync(file);
  }
}

function reading<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UnreadableFile(fileProblem(error, path));
  }
}
