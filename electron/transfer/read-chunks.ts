import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

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

/** A file piece by piece; `onProgress` hears the share that was read so far, 0 to 1, and may throw to stop it. Throws UnreadableFile. */
export function* readChunks(path: string, onProgress: (share: number) => void): Generator<Uint8Array, void> {
  const file = reading(path, () => openSync(path, READ_WITHOUT_WAITING));
  try {
    const { size } = reading(path, () => fstatSync(file));
    let doneBytes = 0;
    const tell = (): void => onProgress(Math.min(1, doneBytes / Math.max(1, size)));
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const sizeBytes = readPatiently({ path, file, chunk, onWait: tell });
      if (sizeBytes === 0) return;
      doneBytes += sizeBytes;
      tell();
      yield chunk.subarray(0, sizeBytes);
    }
  } finally {
    closeSync(file);
  }
}

/** A pipe nobody writes into would hold the thread where nothing can stop it. Windows knows no such flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Milliseconds between two looks into a pipe. */
const LOOK_AGAIN_MS = 20;

interface PatientReading {
  readonly path: string;
  readonly file: number;
  readonly chunk: Uint8Array;
  /** Called before every wait; may throw to stop it. */
  readonly onWait: () => void;
}

/** Reads what is there, and of a pipe waits for more. */
function readPatiently({ path, file, chunk, onWait }: PatientReading): number {
  for (;;) {
    const sizeBytes = reading(path, () => readNow(file, chunk));
    if (sizeBytes !== null) return sizeBytes;
    onWait();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
  }
}

/** Null when nothing is there so far. */
function readNow(file: number, chunk: Uint8Array): number | null {
  try {
    return readSync(file, chunk);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return null;
    throw error;
  }
}

function reading<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UnreadableFile(fileProblem(error, path));
  }
}
