import { expect, test } from 'vitest';

import { formatCountdown } from '../../../shared/text/format-countdown.ts';

test.each([
  [2_100, '0:03'],
  [12_000, '0:12'],
  [59_999, '1:00'],
  [754_000, '12:34'],
  [3_909_000, '1:05:09'],
  [0, '0:00'],
  [-5_000, '0:00'],
])('%d ms are left as %s', (leftMs, text) => {
  expect(formatCountdown(leftMs)).toBe(text);
});
