import { rmSync, statSync, writeFileSync } from 'node:fs';

/** How often whoever writes for long shows that he is alive; in milliseconds. */
const SIGN_EVERY_MS = 500;

/** Without a sign for this long he is not: his process was ended, or its whole computer was. In milliseconds. */
const ALIVE_MS = 5_000;

/**
 * Shows every process that wants to write to this history that it has to wait for long, until the function it gives is called. An import
 * of a million checks holds the write lock for a minute, and what the lock says is only that somebody holds it.
 *
 * The sign is a file beside the history that is new again and again: a lock of its own would have to be broken after a crash.
 */
export function showLongWriting(path: string): () => void {
  const sign = signOf(path);
  show(sign);
  const timer = setInterval(() => show(sign), SIGN_EVERY_MS);
  return () => {
    clearInterval(timer);
    rmSync(sign, { force: true });
  };
}

/** Whether somebody who writes for long has shown a sign of life. */
export function isWrittenForLong(path: string): boolean {
  const sign = statSync(signOf(path), { throwIfNoEntry: false });
  // A clock that was set back makes it a sign of the future: not for ever.
  return sign !== undefined && Math.abs(Date.now() - sign.mtimeMs) < ALIVE_MS;
}

function signOf(path: string): string {
  return `${path}-writing`;
}

function show(sign: string): void {
  try {
    writeFileSync(sign, '', { mode: 0o600 });
  } catch {
    // On a disk that takes no file the long writing fails as well, and says so.
  }
}
