import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readMoment } from '../../../shared/paste/read-moment.ts';

const now = new Date(2026, 10, 20, 14, 32, 7, 214);
const nowMs = now.getTime();
const local = (...parts: readonly [number, number, number, number?, number?, number?, number?]): number =>
  new Date(parts[0], parts[1], parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0).getTime();

test.each([
  ['today', local(2026, 10, 20)],
  ['Yesterday', local(2026, 10, 19)],
  ['14:30', local(2026, 10, 20, 14, 30)],
  ['9:05:01', local(2026, 10, 20, 9, 5, 1)],
  ['90 s', nowMs - 90_000],
  ['30min', nowMs - 1_800_000],
  ['2h', nowMs - 7_200_000],
  ['2h ago', nowMs - 7_200_000],
  ['7d', nowMs - 604_800_000],
  ['2w', nowMs - 1_209_600_000],
  ['2026-11-01', local(2026, 10, 1)],
  ['2026-11-01 14:30', local(2026, 10, 1, 14, 30)],
  ['2026-11-01T14:30:07', local(2026, 10, 1, 14, 30, 7)],
  ['2026-11-01T14:30:07.250Z', Date.UTC(2026, 10, 1, 14, 30, 7, 250)],
  ['2026-11-01 14:30+02:00', Date.UTC(2026, 10, 1, 12, 30)],
  ['2026-11-01 14:30 +0200', Date.UTC(2026, 10, 1, 12, 30)],
])('%j is a moment', (text, atMs) => {
  expect(readMoment(text, nowMs)).toBe(atMs);
});

test.each([
  '',
  'soon',
  '2',
  'h',
  '-2h',
  '2y',
  '24:00',
  '14:60',
  '2026',
  '2026-13-01',
  '2026-02-30',
  '2026-04-31',
  '2026-11-01 25:00',
  '11/20/2026',
  '2026-11-01T14:30:07.2500Z',
])('%j is none', (text) => {
  expect(readMoment(text, nowMs)).toBeNull();
});

test('any text is a moment or none, and never an error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const atMs = readMoment(text, nowMs);
      expect(atMs === null || Number.isFinite(atMs)).toBe(true);
    }),
  );
});
