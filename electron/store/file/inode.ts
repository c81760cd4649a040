import { statSync } from 'node:fs';

/** Which file is at this path now, or null when there is none: SQLite writes on into a file that was moved or deleted, and says nothing. */
export function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
