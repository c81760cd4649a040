import { once } from 'node:events';
import { constants, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Brakes } from './brakes.ts';

/** A file for what is received from now on. */
export interface CaptureToStart {
  readonly path: string;
  /** What is received is shown and kept as well. */
  readonly isShown: boolean;
  readonly brakes: Brakes;
  readonly onProgress: (progress: CaptureProgress) => void;
}

/** How much there is so far. */
export interface CaptureProgress {
  readonly writtenBytes: number;
  /** Came too fast for the file (UDP). */
  readonly droppedBytes: number;
}

/** How a capture ended: as it was told to, or at an error of the disk; what was written stays. */
export interface CaptureEnd extends CaptureProgress {
  readonly error: Error | null;
}

/** What is received, on its way to a file, exact. The source waits while the disk is behind. */
export class Capture {
  readonly #toStart: CaptureToStart;
  readonly #file: WriteStream;
  #writtenBytes = 0;
  #droppedBytes = 0;
  #error: Error | null = null;

  constructor(toStart: CaptureToStart, file: WriteStream) {
    this.#toStart = toStart;
    this.#file = file;
    file.on('error', (error) => (this.#error = error));
    file.on('drain', () => toStart.brakes.release('file'));
    file.on('close', () => toStart.brakes.release('file'));
  }

  get isShown(): boolean {
    return this.#toStart.isShown;
  }

  get name(): string {
    return basename(this.#toStart.path);
  }

  get progress(): CaptureProgress {
    return { writtenBytes: this.#writtenBytes, droppedBytes: this.#droppedBytes };
  }

  /** Takes what was received. */
  write(bytes: Uint8Array): void {
    if (this.#file.destroyed || this.#file.writableEnded) {
      this.drop(bytes.length);
      return;
    }
    this.#writtenBytes += bytes.length;
    // What is shown as well is let go of when the transcript has no use for it, written or not.
    if (!this.#file.write(this.isShown ? new Uint8Array(bytes) : bytes)) this.#toStart.brakes.hold('file');
    this.#toStart.onProgress(this.progress);
  }

  /** Counts what could not be taken. */
  drop(sizeBytes: number): void {
    this.#droppedBytes += sizeBytes;
    this.#toStart.onProgress(this.progress);
  }

  /** Resolves when the file fails, or the abort ends the wait. */
  async failed(signal: AbortSignal): Promise<void> {
    if (this.#file.destroyed || signal.aborted) return;
    await once(this.#file, 'close', { signal }).catch(() => undefined);
  }

  /** Ends the file; resolves when the system has all of it. */
  async end(): Promise<CaptureEnd> {
    if (!this.#file.destroyed) {
      const closed = once(this.#file, 'close').catch(() => undefined);
      this.#file.end();
      await closed;
    }
    this.#toStart.brakes.release('file');
    return { ...this.progress, error: this.#error };
  }
}

/** Begins a capture in a new file, for its owner only, in place of one that is there: the person agreed to that. Rejects with the system's error. */
export async function startCapture(toStart: CaptureToStart): Promise<Capture> {
  const handle = await open(toStart.path, WRITE_WITHOUT_WAITING, 0o600);
  return new Capture(toStart, handle.createWriteStream());
}

/** As "w", but a pipe nobody reads is an error, not a wait for ever. Windows knows no such flag. */
const WRITE_WITHOUT_WAITING = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NONBLOCK ?? 0);
