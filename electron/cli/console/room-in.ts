import type { Writable } from 'node:stream';

/** Resolves when a stream takes more after `write` said to wait, or will take no more at all. */
export function roomIn(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      stream.off('drain', finish).off('close', finish);
      resolve();
    };
    stream.on('drain', finish).on('close', finish);
  });
}
