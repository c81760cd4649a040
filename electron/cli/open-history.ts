import { openStore } from '../store/open.ts';
import { closeStore, type Store } from '../store/store.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** What to do with the history, and where it is. */
export interface HistoryUse {
  /** Null is the app's own folder. */
  readonly dataFolder: string | null;
  readonly use: (store: Store) => Promise<ExitCode>;
}

/** Opens the history, uses it and closes it again; one that cannot be opened is said, and the exit code is 2. */
export async function withHistory({ dataFolder, use }: HistoryUse, { screen, words, dataFolder: usual }: Surroundings): Promise<ExitCode> {
  const opening = openStore(dataFolder ?? usual);
  if (opening.kind === 'unusable') {
    screen.message([[`sonde: ${words.storeProblems[opening.problem.kind](opening.problem)}`]]);
    return 2;
  }
  try {
    return await use(opening.store);
  } finally {
    closeStore(opening.store);
  }
}
