import fc from 'fast-check';
import { expect, test } from 'vitest';

import { english } from '../../../shared/text/english.ts';
import { formatAgo, formatCalendarDay } from '../../../shared/text/format-day.ts';
import { formatCountdown } from '../../../shared/text/format-countdown.ts';
import { formatWhen, formatWhenShort } from '../../../shared/text/format-when.ts';

const NOW_MS = Date.UTC(2026, 9, 25, 0, 30);

const YEARS_MS = 4_000 * 86_400_000;

test('whatever a clock was set to since, no time is told as negative or not a number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -YEARS_MS, max: YEARS_MS }), (jumpMs) => {
      const [atMs, nowMs] = [NOW_MS, NOW_MS + jumpMs];
      const told = [
        formatAgo(atMs, nowMs, english),
        formatCalendarDay(atMs, nowMs, english),
        formatWhen(atMs, nowMs, english),
        formatWhenShort(atMs, nowMs, english),
        formatCountdown(atMs - nowMs),
      ];
      for (const text of told) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(/-\d|NaN|Infinity|undefined|Invalid/u);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is to come, on a clock that was set back, is "ahead" in a list and a date in a sentence', () => {
  expect(formatAgo(NOW_MS + 86_400_000, NOW_MS, english)).toBe('ahead');
  expect(formatWhen(NOW_MS + 2 * 86_400_000, NOW_MS, english)).toMatch(/^on 27/u);
});
