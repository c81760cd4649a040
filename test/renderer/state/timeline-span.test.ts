import { describe, expect, it } from 'vitest';

import { cellCountFor, rangeFor, zoomAround } from '../../../renderer/state/timeline-span.ts';
import type { CheckRow } from '../../../shared/history/check-row.ts';

const MINUTE_MS = 60_000;
const NOW_MS = 1_800_000_000_000;

/** Rows newest first, so many minutes ago; those after a minus sign are changes. */
function rowsAgo(...minutes: readonly number[]): readonly CheckRow[] {
  return minutes.map((ago, place) => ({
    ...{ id: 1_000 - place, hostId: 1, host: 'a.example', port: 80, transport: 'tcp', outcome: 'succeeded', durationMs: 1 },
    ...{ vantage: 'here', address: null, replyMs: null, systemCode: null, cameBack: null },
    startedAtMs: NOW_MS - Math.abs(ago) * MINUTE_MS,
    isChange: ago < 0,
  }));
}

describe('the span of the timeline', () => {
  it('is the shortest range that holds all of a short past', () => {
    expect(rangeFor(rowsAgo(1, 20, 50), NOW_MS)).toBe('hour');
    expect(rangeFor(rowsAgo(1, 20, 100), NOW_MS)).toBe('six_hours');
    expect(rangeFor(rowsAgo(60 * 24 * 40), NOW_MS)).toBe('all');
  });

  it('is the shortest range with the newest checks of a long past, and with the last change', () => {
    const every2Minutes = Array.from({ length: 200 }, (_, place) => place * 2);
    expect(rangeFor(rowsAgo(...every2Minutes), NOW_MS)).toBe('hour');
    expect(rangeFor(rowsAgo(...every2Minutes.map((ago) => (ago === 120 ? -ago : ago))), NOW_MS)).toBe('six_hours');
  });

  it('is drawn in one cell a check where checks come nearly that often, else in many', () => {
    const every = (minutes: number): readonly CheckRow[] => rowsAgo(...Array.from({ length: 20 }, (_, place) => place * minutes));
    expect([1, 2, 3, 6, 7, 25].map((minutes) => cellCountFor(360 * MINUTE_MS, every(minutes)))).toEqual([180, 180, 120, 60, 180, 180]);
    expect(cellCountFor(null, every(3))).toBe(180);
    expect(cellCountFor(360 * MINUTE_MS, [])).toBe(180);
  });

  it('keeps what is pointed at in its place when it is zoomed, and never gets shorter than a minute', () => {
    expect(zoomAround({ fromMs: 0, toMs: 100 * MINUTE_MS }, 20 * MINUTE_MS, 0.5)).toEqual({ fromMs: 10 * MINUTE_MS, toMs: 60 * MINUTE_MS });
    const { fromMs, toMs } = zoomAround({ fromMs: 0, toMs: MINUTE_MS }, 0, 0.5);
    expect(toMs - fromMs).toBe(MINUTE_MS);
  });
});
