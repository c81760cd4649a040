import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Forces the names in a folder to the disk. Windows has no such call, and its file system keeps the order by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
