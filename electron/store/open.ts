import { isBarred } from './classify-problem.ts';
import { historyFile } from './file/history-file.ts';
import { asDamage, findEmptied, hasLog, rememberHistory } from './file/known-history.ts';
import { openReadOnly } from './open-read-only.ts';
import { openWritable } from './open-writable.ts';
import { prepareFile } from './file/prepare-file.ts';
import { finishRepair } from './repair/put-in-place.ts';
import { findRuntimeProblem } from './runtime.ts';
import type { StoreOpening } from './store.ts';

/**
 * Opens the history in this folder, and makes both when they are not there. Never throws for reasons of the disk or the file.
 *
 * 1. A runtime that cannot load SQLite is told so before it tries.
 * 2. A repair that was cut off at its very end is finished; a history that lost all its bytes is not taken for a new one.
 * 3. A file that may not be written is opened for reading: `unwritable` says why nothing will be saved.
 * 4. A file of somebody else, of a newer Sonde, or a damaged one is left exactly as it is.
 */
export function openStore(folder: string): StoreOpening {
  const path = historyFile(folder);
  const problem = findRuntimeProblem(process.versions.node, path) ?? finishRepair(path) ?? findEmptied(path);
  if (problem !== null) return { kind: 'unusable', problem };

  const wasCutOff = hasLog(path);
  const obstacle = prepareFile(path);
  if (obstacle !== null) return openReadOnly(path, obstacle);
  const opening = openWritable(path);
  if (opening.kind === 'open') {
    rememberHistory(path);
    return { ...opening, wasCutOff };
  }
  // Some access control only shows when SQLite comes to write: access lists on Windows, for one.
  return isBarred(opening.problem) ? openReadOnly(path, opening.problem) : { kind: 'unusable', problem: asDamage(opening.problem) };
}
