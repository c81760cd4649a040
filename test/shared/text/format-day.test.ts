import { describe, expect, test } from 'vitest';

import { english } from '../../../shared/text/english.ts';
import { daysBetween, formatAgo, formatCalendarDay, formatTimeOfDay } from '../../../shared/text/format-day.ts';
import { formatProgress } from '../../../shared/text/format-progress.ts';
import { formatReply } from '../../../shared/text/format-reply.ts';
import { formatTick } from '../../../shared/text/format-tick.ts';

/** A moment where this computer is: Friday, 20 November 2026, 14:32:07. */
const now = new Date(2026, 10, 20, 14, 32, 7).getTime();
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

describe('how long ago', () => {
  test.each([
    [0, 'now'],
    [4 * SECOND, 'now'],
    [40 * SECOND, '40 s'],
    [6 * 60 * SECOND, '6 min'],
    [2 * HOUR, '2 h'],
    [20 * HOUR, 'Thu'],
    [6 * DAY, 'Sat'],
    [8 * DAY, '12 Nov'],
    [-30 * SECOND, 'now'],
    [-5 * HOUR, 'ahead'],
    [-400 * DAY, 'ahead'],
  ])('%i ms is %s', (agoMs, said) => {
    expect(formatAgo(now - agoMs, now, english).replaceAll('\u00a0', ' ')).toBe(said);
  });
});

test('days are counted by midnights, not by 24 hours', () => {
  expect(daysBetween(new Date(2026, 10, 19, 23, 59).getTime(), new Date(2026, 10, 20, 0, 1).getTime())).toBe(1);
  expect(daysBetween(new Date(2026, 2, 28, 12).getTime(), new Date(2026, 2, 30, 1).getTime())).toBe(2);
  expect(daysBetween(now, now)).toBe(0);
});

test('a day is named by how near it is', () => {
  const named = (agoMs: number): string => formatCalendarDay(now - agoMs, now, english).replaceAll('\u00a0', ' ');
  expect([named(HOUR), named(DAY), named(8 * DAY), named(400 * DAY)]).toEqual(['Today', 'Yesterday', 'Thu 12 Nov', '16 Oct 2025']);
});

test('numbers carry their unit once, where it is needed', () => {
  const { units } = english;
  expect(formatTimeOfDay(now)).toBe('14:32:07');
  expect([formatReply(3.14, units), formatReply(130.4, units), formatReply(5_000, units)]).toEqual(['3.1', '130', '5\u00a0000']);
  expect(formatTick({ atMs: 0, stepMs: 5, isLast: false }, units)).toBe('0');
  expect(formatTick({ atMs: 30, stepMs: 5, isLast: true }, units)).toBe('30\u00a0ms');
  expect(formatTick({ atMs: 2_000, stepMs: 1_000, isLast: true }, units)).toBe('2\u00a0s');
  expect(formatTick({ atMs: 0.2, stepMs: 0.1, isLast: false }, units)).toBe('0.2');
  expect(formatProgress({ elapsedMs: 1_240, limitMs: 5_000 }, units)).toEqual(['1.2', '5\u00a0s']);
  expect(formatProgress({ elapsedMs: 120, limitMs: 300 }, units)).toEqual(['120', '300\u00a0ms']);
});
