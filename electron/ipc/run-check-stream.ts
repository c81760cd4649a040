import type { StoreOpening } from '../store/store.ts';
import type { StreamHandler } from './handlers.ts';
import { keepCheck } from './keep-check.ts';

/** Runs a check for the window: tells what happens while it happens, saves the result, and only then says that it is saved. */
export function createRunCheck(opening: StoreOpening): StreamHandler<'runCheck'> {
  return async function* run({ target, options, caseId = null }, signal) {
    // Loaded with the first check: the window stands sooner without it.
    const { runCheck } = await import('../checks/run-check.ts');
    const check = yield* runCheck(target, options, signal);
    yield { kind: 'finished', ...(await keepCheck(opening, { ...check, caseId })) };
  };
}
