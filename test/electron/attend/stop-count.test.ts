import { expect, test } from 'vitest';

import { StopCount } from '../../../electron/attend/stop-count.ts';

test('the third stop within a minute is too many, and so is each one after it', () => {
  const stops = new StopCount();
  expect([0, 20_000, 59_999, 70_000].map((atMs) => stops.isTooMany(atMs))).toEqual([false, false, true, true]);
});

test('three stops further apart are accidents', () => {
  const stops = new StopCount();
  expect([0, 30_000, 60_000, 90_000, 120_000].map((atMs) => stops.isTooMany(atMs))).toEqual([false, false, false, false, false]);
});

test('who decided to go on begins anew', () => {
  const stops = new StopCount();
  expect([1, 2, 3].map((atMs) => stops.isTooMany(atMs))).toEqual([false, false, true]);
  stops.forget();
  expect([4, 5, 6].map((atMs) => stops.isTooMany(atMs))).toEqual([false, false, true]);
});
