import type { Check } from '../../shared/check/check.ts';
import type { CheckEvent } from '../../shared/check/event.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import { createEventQueue } from './event-queue.ts';
import { performCheck } from './perform-check.ts';

/**
 * Checks one endpoint: yields what happens while it happens and returns the finished Check.
 *
 * Never throws for a reason of the network. Aborting ends it within 100 ms with the outcome `cancelled` and what was learned
 * so far; stopping to read (return) aborts it too. No socket is left in any case. The Check's id is null until it is saved.
 */
export async function* runCheck(target: Target, options: CheckOptions, signal: AbortSignal): AsyncGenerator<CheckEvent, Check, void> {
  const events = createEventQueue<CheckEvent>();
  const abandoned = new AbortController();
  const running = performCheck({ target, options, emit: events.push }, AbortSignal.any([signal, abandoned.signal])).finally(events.close);
  try {
    yield* events.read();
    return await running;
  } finally {
    abandoned.abort();
  }
}

/** The same for a caller who only wants the end of it. */
export async function finishCheck(target: Target, options: CheckOptions, signal: AbortSignal): Promise<Check> {
  return performCheck({ target, options, emit: () => undefined }, signal);
}
