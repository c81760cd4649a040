import type { Check } from './check.ts';
import type { FailureCode } from './failure.ts';

/** A check that was cancelled because the computer went to sleep, with that as its reason; any other as it is. */
export function interruptedBySleep(check: Check): Check {
  if (check.failure?.code !== 'cancelled') return check;
  const failure = { ...check.failure, code: codeOf(check.failure.code) };
  return { ...check, failure, addresses: check.addresses.map((attempt) => ({ ...attempt, code: attempt.code && codeOf(attempt.code) })) };
}

function codeOf(code: FailureCode): FailureCode {
  return code === 'cancelled' ? 'interrupted_by_sleep' : code;
}
