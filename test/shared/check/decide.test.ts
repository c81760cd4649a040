import { expect, test } from 'vitest';

import { decideOutcome, mostTelling } from '../../../shared/check/decide.ts';
import type { AddressAttempt } from '../../../shared/check/evidence.ts';
import { failureCodes, outcomeOfFailure, type Failure, type FailureCode } from '../../../shared/check/failure.ts';
import { outcomes, type Outcome } from '../../../shared/check/outcome.ts';

function failure(code: FailureCode): Failure {
  return { code, operation: 'connect', address: null, systemCode: null, elapsedMs: 1, detail: null };
}

function attempt(address: string, code: FailureCode | null): AddressAttempt {
  const outcome: Outcome = code === null ? 'succeeded' : outcomeOfFailure[code];
  return { address, family: 4, outcome, code, systemCode: null, offsetMs: 0, durationMs: 1, localAddress: null };
}

test('no failure is success, and every failure code stands for one outcome that is not success', () => {
  expect(decideOutcome(null)).toBe('succeeded');
  for (const code of failureCodes) expect(outcomes.filter((outcome) => outcome !== 'succeeded')).toContain(decideOutcome(failure(code)));
});

test('every outcome but success is reached by a failure code', () => {
  const reached = new Set(failureCodes.map((code) => decideOutcome(failure(code))));
  expect(outcomes.filter((outcome) => outcome !== 'succeeded' && !reached.has(outcome))).toEqual([]);
});

test('“failed” stands for causes that no better word fits, and for no more than these', () => {
  expect(failureCodes.filter((code) => outcomeOfFailure[code] === 'failed')).toEqual([
    'local_limit_reached',
    'reply_unreadable',
    'unknown',
  ]);
});

test('the address that says most decides: an answer before a refusal to try before silence', () => {
  const attempts = [
    attempt('silent', 'connection_timed_out'),
    attempt('no net', 'network_unreachable'),
    attempt('no way', 'host_unreachable'),
    attempt('not allowed', 'permission_denied'),
    attempt('refused', 'connection_refused'),
  ];
  const told: (string | undefined)[] = [];
  for (let count = 1; count <= attempts.length; count++) told.push(mostTelling(attempts.slice(0, count))?.address);
  expect(told).toEqual(['silent', 'no net', 'no way', 'not allowed', 'refused']);
});

test('among addresses that say the same the resolver’s first one tells', () => {
  expect(mostTelling([attempt('first', 'connection_refused'), attempt('second', 'protocol_unreachable')])?.address).toBe('first');
});

test('an address that was good tells of no failure', () => {
  expect(mostTelling([attempt('good', null)])).toBeNull();
});
