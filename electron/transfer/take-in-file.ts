import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { readCheckLines } from '../../shared/report/read-check-lines.ts';
import { lengthenWaits } from '../store/connection.ts';
import { importLines, type Import, type ImportOrder } from '../store/checks/import-lines.ts';
import { openStore } from '../store/open.ts';
import { closeStore } from '../store/store.ts';
import type { FileProblem } from './file-problem.ts';
import { readChunks, UnreadableFile } from './read-chunks.ts';

/** A file to take into a history. */
export interface FileToTake extends ImportOrder {
  readonly path: string;
  /** The folder of the history. */
  readonly folder: string;
}

/** How taking in a file ended. But for `taken` nothing was changed. */
export type FileTaken =
  | Import
  | { readonly kind: 'file_unreadable'; readonly problem: FileProblem }
  | { readonly kind: 'store_unusable'; readonly problem: StoreProblem };

/**
 * Takes a file of checks into the history, or only tells what it would bring. `onProgress` hears the share of the file that was read.
 *
 * Blocks until it is done, with a connection of its own: to be run in a thread of its own.
 */
export function takeInFile({ path, folder, ...order }: FileToTake, onProgress: (share: number) => void): FileTaken {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') return { kind: 'store_unusable', problem: opening.problem };
  try {
    lengthenWaits(opening.store.database);
    return importLines(opening.store, readCheckLines(readChunks(path, onProgress)), order);
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'file_unreadable', problem: error.problem };
    throw error;
  } finally {
    closeStore(opening.store);
  }
}
