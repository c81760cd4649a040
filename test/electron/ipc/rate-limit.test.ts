import { expect, test } from 'vitest';

import { RateLimit } from '../../../electron/ipc/rate-limit.ts';

function takeMany(rate: RateLimit, count: number): number {
  let taken = 0;
  for (let asked = 0; asked < count; asked += 1) taken += rate.take() ? 1 : 0;
  return taken;
}

test('so many messages a second are heard, however often it is tried', () => {
  let nowMs = 5_000;
  const rate = new RateLimit({ perSecond: 1_000, now: () => nowMs });
  expect(takeMany(rate, 5_000)).toBe(1_000);
  nowMs += 500;
  expect(takeMany(rate, 5_000)).toBe(500);
  nowMs += 3_600_000;
  expect(takeMany(rate, 5_000)).toBe(1_000);
});

test('what stays below the rate is heard for ever', () => {
  let nowMs = 0;
  const rate = new RateLimit({ perSecond: 1_000, now: () => nowMs });
  let taken = 0;
  for (; nowMs < 60_000; nowMs += 10) taken += takeMany(rate, 10);
  expect(taken).toBe(60_000);
});
