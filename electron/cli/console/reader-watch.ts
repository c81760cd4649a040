import { spawn, type ChildProcess } from 'node:child_process';
import { fstatSync } from 'node:fs';

/** Most conversations in a pipe are over by then, and need no watch; in milliseconds. */
const BEGIN_AFTER_MS = 500;

/**
 * Calls once nobody reads stdout any more, as nc notices while it waits in poll(2); gives back what ends the watch.
 *
 * Node learns of it by a write that fails, and a silent peer brings nothing to write. GNU tail watches the pipe it writes to (coreutils 8.28)
 * and ends with us; where there is another tail, or none, nothing is noticed.
 */
export function watchReader(onGone: () => void): () => void {
  if (process.platform !== 'linux' || !isPipe(process.stdout.fd)) return () => undefined;
  let tail: ChildProcess | null = null;
  const timer = setTimeout(() => {
    tail = spawn('tail', ['-f', `--pid=${process.pid}`, '/dev/null'], { stdio: ['ignore', process.stdout.fd, 'ignore'] });
    tail.on('error', () => undefined).on('exit', (_, signal) => (signal === 'SIGPIPE' ? onGone() : undefined));
  }, BEGIN_AFTER_MS);
  return () => {
    clearTimeout(timer);
    tail?.kill();
  };
}

function isPipe(fd: number): boolean {
  try {
    return fstatSync(fd).isFIFO();
  } catch {
    // A stdout that was closed has no reader, and nothing to watch.
    return false;
  }
}
