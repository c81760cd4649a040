import type { Arrival } from '../store/arrival.ts';
import type { Surroundings } from './surroundings.ts';
import { keepsNothing, type Keeper } from './keep.ts';

/** Whether and where results are kept. */
export interface KeepingWish {
  readonly isSaved: boolean;
  /** Null is the app's own folder. */
  readonly dataFolder: string | null;
  /** "imported" for what was not found by this computer now. */
  readonly arrival?: Arrival;
}

/** Opens the history, unless nothing is to be kept; what cannot be kept is said once. Loads SQLite only when it is needed. */
export async function startKeeping({ isSaved, dataFolder, arrival = 'made_now' }: KeepingWish, around: Surroundings): Promise<Keeper> {
  if (!isSaved) return keepsNothing;
  const { openKeeper } = await import('./open-keeper.ts');
  const { screen, words } = around;
  return openKeeper({ folder: dataFolder ?? around.dataFolder, arrival }, (problem) => {
    screen.message([[`sonde: ${words.terminal.notSaved(words.storeProblems[problem.kind](problem))}`]]);
  });
}
