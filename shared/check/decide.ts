import type { AddressAttempt } from './evidence.ts';
import { outcomeOfFailure, type Failure } from './failure.ts';
import type { Outcome } from './outcome.ts';

/**
 * The outcome of a whole check. Stages run in order and stop at the first failure, so that failure decides:
 *
 * 1. cancelled before a verdict: `cancelled`;
 * 2. resolve, connect, handshake, greeting, request: what the first failed stage's cause stands for;
 * 3. no failure: `succeeded`.
 */
export function decideOutcome(failure: Failure | null): Outcome {
  return failure === null ? 'succeeded' : outcomeOfFailure[failure.code];
}

/** The address that says most about why none was good, or null when none failed. The others keep their own outcome. */
export function mostTelling<T extends Pick<AddressAttempt, 'outcome'>>(attempts: readonly T[]): T | null {
  for (const outcome of tellingOrder) {
    const attempt = attempts.find((candidate) => candidate.outcome === outcome);
    if (attempt !== undefined) return attempt;
  }
  return null;
}

/**
 * An answer says more than a refusal to try, a refusal to try more than silence (architecture, decision 2). A reset that
 * arrives with the connection (Linux then fails the connect itself) is the fullest answer: something accepted first.
 */
const tellingOrder: readonly Outcome[] = [
  'cancelled',
  'closed_early',
  'rejected_by_service',
  'refused',
  'blocked_locally',
  'no_route',
  'network_unreachable',
  'timed_out',
  'no_answer',
  'failed',
];
