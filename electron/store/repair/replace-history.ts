import { renameSync, utimesSync } from 'node:fs';

import type { HeldHistory } from './hold-history.ts';
import { putInPlace, repairedFile } from './put-in-place.ts';

/** A history to put in place of a damaged one. */
export interface Replacing {
  readonly path: string;
  /** Whole, verified and on the disk, in the same file system. */
  readonly byPath: string;
  readonly nowMs: number;
  readonly held: HeldHistory;
}

/** Puts a history in place of a damaged one that is held, and gives the folder where its files are now; to be run under the lock of repairs. */
export function replaceHistory({ path, byPath, nowMs, held }: Replacing): string {
  // Its moment names the folder of quarantine.
  utimesSync(byPath, nowMs / 1000, nowMs / 1000);
  // From here on it is only a matter of finishing, whoever does it.
  renameSync(byPath, repairedFile(path));
  // Windows moves no file that is open.
  if (process.platform === 'win32') held.release();
  const quarantine = putInPlace(path);
  if (quarantine === null) throw new Error('Another process finished this under its lock.');
  return quarantine;
}
