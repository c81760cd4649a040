import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { Arrival } from '../store/arrival.ts';
import { openStore } from '../store/open.ts';
import { patiently } from '../store/patiently.ts';
import { importChecks, saveChecks } from '../store/checks/save-checks.ts';
import { closeStore } from '../store/store.ts';
import { keepsNothing, type Keeper } from './keep.ts';

/** Where results are kept, and as what. */
export interface KeepingPlace {
  readonly folder: string;
  readonly arrival: Arrival;
}

/**
 * Opens the history in a folder. What cannot be opened or written is told once, to `onProblem`; results then come back unsaved.
 * Never throws for reasons of the disk or the file. Loads SQLite, so load this file only when something is to be kept.
 */
export function openKeeper({ folder, arrival }: KeepingPlace, onProblem: (problem: StoreProblem) => void): Keeper {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') {
    onProblem(opening.problem);
    return keepsNothing;
  }
  const { store } = opening;
  const save = arrival === 'imported' ? importChecks : saveChecks;
  let isTold = false;
  return {
    keep: async (checks, signal) => {
      if (checks.length === 0) return checks;
      const saved = await patiently(() => save(store, checks), signal);
      if (saved.kind === 'saved') return checks.map((check, index) => ({ ...check, id: saved.ids[index] ?? null }));
      if (!isTold) onProblem(saved.problem);
      isTold = true;
      return checks;
    },
    close: () => closeStore(store),
  };
}
