import { interruptedBySleep } from '../../shared/check/interrupted.ts';
import type { Sleep } from '../checks/sleep.ts';
import type { StoreOpening } from '../store/store.ts';
import type { StreamHandler } from './handlers.ts';
import { keepCheck } from './keep-check.ts';

/**
 * Runs a check for the window: tells what happens while it happens, saves the result, and only then says that it is saved. One that the
 * computer's sleep interrupts is cancelled, with that as its reason: what it did not see, it did not see because nobody looked.
 */
export function createRunCheck(opening: StoreOpening, sleep: Sleep): StreamHandler<'runCheck'> {
  return async function* run({ target, options, caseId = null }, signal) {
    // Loaded with the first check: the window stands sooner without it.
    const { runCheck } = await import('../checks/run-check.ts');
    const asleep = sleep.next;
    const ended = yield* runCheck(target, options, AbortSignal.any([signal, asleep]));
    const check = asleep.aborted && !signal.aborted ? interruptedBySleep(ended) : ended;
    yield { kind: 'finished', ...(await keepCheck(opening, { ...check, caseId })) };
  };
}
