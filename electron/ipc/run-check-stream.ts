import type { Check } from '../../shared/check/check.ts';
import { patiently } from '../store/patiently.ts';
import { saveCheck, type Saved } from '../store/save-checks.ts';
import type { StoreOpening } from '../store/store.ts';
import type { StreamHandler } from './handlers.ts';

/** Runs a check for the window: tells what happens while it happens, saves the result, and only then says that it is saved. */
export function createRunCheck(opening: StoreOpening): StreamHandler<'runCheck'> {
  return async function* run({ target, options }, signal) {
    // Loaded with the first check: the window stands sooner without it.
    const { runCheck } = await import('../checks/run-check.ts');
    const check = yield* runCheck(target, options, signal);
    const saved = await save(opening, check);
    yield { kind: 'finished', check: { ...check, id: saved.kind === 'saved' ? saved.id : null }, saved };
  };
}

async function save(opening: StoreOpening, check: Check): Promise<Saved> {
  if (opening.kind === 'unusable') return { kind: 'not_saved', problem: opening.problem };
  return patiently(() => saveCheck(opening.store, check));
}
