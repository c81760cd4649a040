import { isBarred } from './classify-problem.ts';
import { historyFile } from './file/history-file.ts';
import { openReadOnly } from './open-read-only.ts';
import { openWritable } from './open-writable.ts';
import { prepareFile } from './file/prepare-file.ts';
import { findRuntimeProblem } from './runtime.ts';
import type { StoreOpening } from './store.ts';

/**
 * Opens the history in this folder, and makes both when they are not there. Never throws for reasons of the disk or the file.
 *
 * 1. A runtime that cannot load SQLite is told so before it tries.
 * 2. A file that may not be written is opened for reading: `unwritable` says why nothing will be saved.
 * 3. A file of somebody else, of a newer Sonde, or a damaged one is left exactly as it is.
 */
export function openStore(folder: string): StoreOpening {
  const path = historyFile(folder);
  const problem = findRuntimeProblem(process.versions.node, path);
  if (problem !== null) return { kind: 'unusable', problem };

  const obstacle = prepareFile(path);
  if (obstacle !== null) return openReadOnly(path, obstacle);
  const opening = openWritable(path);
  // Some access control only shows when SQLite comes to write: access lists on Windows, for one.
  return opening.kind === 'unusable' && isBarred(opening.problem) ? openReadOnly(path, opening.problem) : opening;
}
