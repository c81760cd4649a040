import { describe, expect, test } from 'vitest';

import { proposedRetention } from '../../../shared/history/retention-policy.ts';
import { readRetention, typeRetention } from '../../../shared/history/read-retention.ts';

describe('what is typed to say how much is kept', () => {
  const typed = typeRetention(proposedRetention);

  test('is read back as it was', () => {
    expect(readRetention(typed)).toEqual({ kind: 'read', policy: proposedRetention });
  });

  test('sets no limit where it is empty, and may have spaces between thousands', () => {
    expect(readRetention({ successDays: ' ', failureDays: '', perHost: '10 000', inAll: '' })).toEqual({
      kind: 'read',
      policy: { successes: { days: null, perHost: 10_000, inAll: null }, failures: { days: null, perHost: 10_000, inAll: null } },
    });
  });

  test.each(['0', '-1', '1.5', 'ten', '1e3', '100000001', '9999999999'])('is no number where it says %s', (inAll) => {
    expect(readRetention({ ...typed, inAll })).toEqual({ kind: 'wrong', field: 'inAll', problem: 'not_a_number' });
  });

  test('never keeps failures shorter than successes', () => {
    const wrong = { kind: 'wrong', field: 'failureDays', problem: 'shorter_than_successes' };
    expect(readRetention({ ...typed, failureDays: '89' })).toEqual(wrong);
    expect(readRetention({ ...typed, successDays: '' })).toEqual(wrong);
    expect(readRetention({ ...typed, failureDays: '' }).kind).toBe('read');
  });
});
