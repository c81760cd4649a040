import { describe, expect, test } from 'vitest';

import { readLimitMs } from '../../../shared/paste/read-limit.ts';

describe('readLimitMs', () => {
  test.each([
    ['5', 5_000],
    ['2.5', 2_500],
    ['.5', 500],
    ['500ms', 500],
    ['3s', 3_000],
    ['0', 0],
    ['0.0001', 1],
    ['1m', 30_000],
    ['99999999999999999999d', 30_000],
  ])('reads %s', (text, limitMs) => {
    expect(readLimitMs(text)).toBe(limitMs);
  });

  test.each(['', 's', '-1', '5 s', '5x', '1e3', 'Infinity'])('refuses %j', (text) => {
    expect(readLimitMs(text)).toBeNull();
  });
});
