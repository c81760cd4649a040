import { basename, dirname, join } from 'node:path';

/** Where the files of damaged histories are kept, each with its logs in a folder named after the moment. Nothing there is ever deleted. */
export function quarantineFolder(path: string): string {
  return join(dirname(path), 'quarantine');
}

/** The folder for the files of the history that is replaced now. */
export function quarantineAt(path: string, atMs: number): string {
  return join(quarantineFolder(path), new Date(atMs).toISOString().replaceAll(/[:.]/gu, '-'));
}

/** Where a file of the history goes in its folder. */
export function quarantined(folder: string, path: string): string {
  return join(folder, basename(path));
}

/** A history is these files: the -wal file holds what was saved last, the -shm file is its index. */
export const historySuffixes = ['-shm', '-wal', ''] as const;
