import { existsSync } from 'node:fs';

import { isRepairable } from '../../shared/history/is-repairable.ts';
import { historyFile } from '../store/file/history-file.ts';
import { openStore } from '../store/open.ts';
import { closeStore, type Store } from '../store/store.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** What to do with the history, and where it is. */
export interface HistoryUse {
  /** Null is the app's own folder. */
  readonly dataFolder: string | null;
  /** Whether one may begin in a folder that was named and has none; else such a folder was probably mistyped, and stays as it is. */
  readonly mayBegin?: boolean;
  readonly use: (store: Store) => Promise<ExitCode>;
  /** Instead, where the history is damaged and does not open; `path` is its file. */
  readonly useDamaged?: (path: string) => Promise<ExitCode>;
}

/** Opens the history, uses it and closes it again; one that is not there or cannot be opened is said, and the exit code is 2. */
export async function withHistory(
  { dataFolder, mayBegin = false, use, useDamaged }: HistoryUse,
  { screen, words, dataFolder: usual }: Surroundings,
): Promise<ExitCode> {
  if (dataFolder !== null && !mayBegin && !existsSync(historyFile(dataFolder))) {
    screen.message([[`sonde: ${words.transfer.noHistory(dataFolder)}`]]);
    return 2;
  }
  const opening = openStore(dataFolder ?? usual);
  if (opening.kind === 'unusable') {
    if (useDamaged !== undefined && isRepairable(opening.problem)) return useDamaged(opening.problem.path);
    screen.message([[`sonde: ${words.storeProblems[opening.problem.kind](opening.problem)}`]]);
    return 2;
  }
  try {
    return await use(opening.store);
  } finally {
    closeStore(opening.store);
  }
}
