import { expect, test } from 'vitest';

import { english } from '../../../shared/text/english.ts';
import { formatBytes, formatClock, formatCount, formatDay, formatDuration, formatLimit } from '../../../shared/text/format.ts';

const { units } = english;

test.each([
  [0, '–'],
  [0.04, '0.0 ms'],
  [3.14, '3.1 ms'],
  [99.94, '99.9 ms'],
  [99.96, '100 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [2_049, '2.0 s'],
  [59_949, '59.9 s'],
  [59_951, '1 min'],
  [65_000, '1 min 5 s'],
  [3_600_000, '1 h'],
  [7_500_000, '2 h 5 min'],
])('%d ms is written %s', (durationMs, written) => {
  expect(formatDuration(durationMs, units)).toBe(written.replaceAll(/(\d) /gu, '$1\u00a0'));
});

test.each([
  [250, '250 ms'],
  [1_000, '1 s'],
  [2_500, '2.5 s'],
  [30_000, '30 s'],
])('a limit of %d ms is written %s', (limitMs, written) => {
  expect(formatLimit(limitMs, units)).toBe(written.replace(' ', '\u00a0'));
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [1_549, '1.5 kB'],
  [12_400, '12 kB'],
  [999_600, '1.0 MB'],
  [5_000_000_000_000, '5000 GB'],
])('%d bytes are written %s', (sizeBytes, written) => {
  expect(formatBytes(sizeBytes, units)).toBe(written.replace(' ', '\u00a0'));
});

test('thousands stand apart', () => {
  expect([0, 999, 1_020, 65_535, 1_234_567].map((count) => formatCount(count, units))).toEqual([
    '0',
    '999',
    '1\u00a0020',
    '65\u00a0535',
    '1\u00a0234\u00a0567',
  ]);
});

test('a time of day shows milliseconds, where this computer is', () => {
  const at = new Date(2026, 10, 20, 4, 5, 6, 7);
  expect(formatClock(at.getTime(), units)).toBe('04:05:06.007');
});

test('a day is in UTC, as certificates give it', () => {
  expect(formatDay(Date.UTC(2026, 10, 1, 0, 0, 1), units)).toBe('1\u00a0Nov\u00a02026');
  expect(formatDay(Number.NaN, units)).toBe('?');
});
