import { assertNever } from '../check/assert-never.ts';
import { outcomeOfFailure } from '../check/failure.ts';
import type { Outcome } from '../check/outcome.ts';
import type { SessionEnd } from './session-end.ts';

/** The outcome an end stands for, in the words of checks; null where it ended as it should: somebody closed after having talked. */
export function endOutcome({ reason, sentBytes }: SessionEnd): Outcome | null {
  switch (reason.kind) {
    case 'not_connected':
    case 'failed':
      return outcomeOfFailure[reason.cause.code];
    case 'closed':
      return reason.by === 'peer' && sentBytes === 0 ? 'closed_early' : null;
    case 'reset':
      return reason.by === 'peer' ? 'closed_early' : null;
    case 'idle':
      return 'timed_out';
    case 'suspended':
      return 'cancelled';
    default:
      return assertNever(reason);
  }
}
