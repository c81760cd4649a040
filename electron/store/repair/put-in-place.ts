import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { classifyProblem } from '../classify-problem.ts';
import { syncFolder } from '../file/sync-folder.ts';
import { historySuffixes, quarantineAt, quarantined } from './quarantine.ts';
import { withRepairLock } from './repair-lock.ts';

/**
 * The repaired history under the name it has only while it is whole, verified, and not yet in place. As long as it is there nobody opens
 * the other one: whoever comes first finishes.
 */
export function repairedFile(path: string): string {
  return `${path}-repaired`;
}

/** Finishes a repair that was cut off after the new history was whole; gives why it cannot now, else null. Costs one look otherwise. */
export function finishRepair(path: string): StoreProblem | null {
  if (!existsSync(repairedFile(path))) return null;
  try {
    const end = withRepairLock(path, () => putInPlace(path));
    return end === 'busy' ? { kind: 'locked', path, detail: 'It is being repaired.' } : null;
  } catch (error) {
    return classifyProblem(error, path);
  }
}

/**
 * Puts the repaired history in place, the files of the damaged one together into quarantine, and gives that folder; null when another
 * process was quicker. To be run under the lock of repairs. Cut off anywhere, it goes on where it was.
 */
export function putInPlace(path: string): string | null {
  const repaired = statSync(repairedFile(path), { throwIfNoEntry: false });
  if (repaired === undefined) return null;
  // The moment of the file, so that whoever finishes finds the same folder.
  const folder = quarantineAt(path, Math.round(repaired.mtimeMs));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const suffix of historySuffixes) {
    if (existsSync(path + suffix)) renameSync(path + suffix, quarantined(folder, path + suffix));
  }
  syncFolder(folder);
  renameSync(repairedFile(path), path);
  syncFolder(dirname(path));
  return folder;
}
