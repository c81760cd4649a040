import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { workFolder } from '../store/repair/repair.ts';
import { backupFolder } from './backup-folder.ts';
import { tidyUp } from './repair-history.ts';

/** Takes away what copies, restores and repairs left that were killed: none of it is whole, or has the name of something whole. */
export function tidyLeftovers(path: string, nowMs: number): void {
  if (existsSync(workFolder(path))) tidyUp(path);
  for (const folder of [dirname(path), backupFolder(path)].filter((place) => existsSync(place))) {
    for (const name of readdirSync(folder).filter((file) => LEFTOVER.test(file))) {
      const left = join(folder, name);
      // Another process may be writing it now.
      if (nowMs - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? nowMs) > ALIVE_MS) rmSync(left, { force: true });
    }
  }
}

/** As back-up-history.ts, restore-history.ts and restore.ts name what is not whole yet. */
const LEFTOVER = /^history-[^/]+\.sqlite\.part(-\d+)?$|^history\.sqlite\.restore-\d+(\.part|-wal|-shm)?$/u;

/** Nothing takes so long between two writes; in milliseconds. */
const ALIVE_MS = 3_600_000;
