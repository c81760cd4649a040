import { describe, expect, it } from 'vitest';

import { replyScaleEnd, timeTicks } from '../../../../renderer/parts/timeline/chart-scales.ts';

const HOUR_MS = 3_600_000;

/** A moment of this computer's clock on 10 November 2026. */
function at(hours: number, minutes = 0, day = 10): number {
  return new Date(2026, 10, day, hours, minutes).getTime();
}

describe('the scales of the timeline', () => {
  it('mark round times of the clock, no more than there is room for', () => {
    const ticks = timeTicks({ fromMs: at(8, 17), toMs: at(14, 17), mostCount: 7 });
    expect(ticks.map(({ atMs }) => atMs)).toEqual([9, 10, 11, 12, 13, 14].map((hours) => at(hours)));
    expect(timeTicks({ fromMs: at(8, 17), toMs: at(14, 17), mostCount: 3 }).map(({ atMs }) => atMs)).toEqual([at(10), at(12), at(14)]);
  });

  it('mark midnights as days, and only them over a week', () => {
    const night = timeTicks({ fromMs: at(22), toMs: at(22) + 4 * HOUR_MS, mostCount: 4 });
    expect(night.filter(({ isDay }) => isDay).map(({ atMs }) => atMs)).toEqual([at(0, 0, 11)]);
    const week = timeTicks({ fromMs: at(12, 0, 3), toMs: at(12, 0, 10), mostCount: 8 });
    expect(week.map(({ atMs }) => atMs)).toEqual([4, 5, 6, 7, 8, 9, 10].map((day) => at(0, 0, day)));
    expect(week.every(({ isDay }) => isDay)).toBe(true);
  });

  it('end at a number whose half is round as well', () => {
    expect([0, 0.15, 0.5, 3.1, 5, 9.9, 11, 4_800].map(replyScaleEnd)).toEqual([0.2, 0.2, 0.6, 4, 6, 10, 20, 6_000]);
  });
});
