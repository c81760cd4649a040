import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outcomes, type Outcome } from '../../../shared/check/outcome.ts';
import { startQuantiles, QUANTILE_ERROR } from '../../../shared/history/quantile-sketch.ts';
import { statisticsOf, type StatisticsEntry } from '../../../shared/history/statistics.ts';
import { LONGEST_WATCHED_GAP_MS } from '../../../shared/history/uptime.ts';

const up: Outcome = 'succeeded';
const down: Outcome = 'timed_out';

/** Checks a minute apart. */
function minutely(...ended: readonly Outcome[]): readonly StatisticsEntry[] {
  return ended.map((outcome, index) => ({ startedAtMs: index * 60_000, outcome, phases: {} }));
}

const entries = fc.array(
  fc.record({
    startedAtMs: fc.integer({ min: 0, max: 10 * LONGEST_WATCHED_GAP_MS }),
    outcome: fc.constantFrom(...outcomes),
    phases: fc.record({ connect: fc.double({ min: 0, max: 30_000, noNaN: true }) }, { requiredKeys: [] }),
  }),
  { maxLength: 60 },
);

describe('statisticsOf', () => {
  test('says nothing of nothing', () => {
    expect(statisticsOf([])).toEqual({
      checkCount: 0,
      cancelledCount: 0,
      outcomeCounts: new Map(),
      lastWorkedAtMs: null,
      firstFailedAtMs: null,
      current: null,
      longestUp: null,
      longestDown: null,
      uptimeShare: null,
      watchedMs: 0,
      succeededShare: null,
      phases: [],
    });
  });

  test('tells when it last worked and when the present failing began', () => {
    const { lastWorkedAtMs, firstFailedAtMs, current } = statisticsOf(minutely(up, down, up, down, 'refused', down));
    expect({ lastWorkedAtMs, firstFailedAtMs }).toEqual({ lastWorkedAtMs: 120_000, firstFailedAtMs: 180_000 });
    expect(current).toEqual({ isUp: false, fromMs: 180_000, toMs: 300_000, checkCount: 3 });
  });

  test('has no first failure while it works', () => {
    expect(statisticsOf(minutely(down, up))).toMatchObject({ lastWorkedAtMs: 60_000, firstFailedAtMs: null });
  });

  test('finds the longest stretches, the present one included', () => {
    const { longestUp, longestDown } = statisticsOf(minutely(up, up, down, up, up, up, down, down));
    expect(longestUp).toEqual({ isUp: true, fromMs: 180_000, toMs: 300_000, checkCount: 3 });
    expect(longestDown).toEqual({ isUp: false, fromMs: 360_000, toMs: 420_000, checkCount: 2 });
  });

  test('weighs time, not checks: a burst of checks while it fails does not make it worse', () => {
    const calm = [0, 1_800_000, 3_600_000].map((startedAtMs) => ({ startedAtMs, outcome: up, phases: {} }));
    const burst = Array.from({ length: 100 }, (_, index) => ({ startedAtMs: 3_660_000 + index * 100, outcome: down, phases: {} }));
    const { uptimeShare, succeededShare } = statisticsOf([...calm, ...burst]);
    expect(uptimeShare).toBeGreaterThan(0.98);
    expect(succeededShare).toBeCloseTo(3 / 103);
  });

  test('halves the time in which it changed', () => {
    expect(statisticsOf(minutely(up, down))).toMatchObject({ uptimeShare: 0.5, watchedMs: 60_000 });
  });

  test('does not count time in which nobody watched, nor time that went backwards', () => {
    const at = (startedAtMs: number, outcome: Outcome): StatisticsEntry => ({ startedAtMs, outcome, phases: {} });
    expect(statisticsOf([at(0, up), at(LONGEST_WATCHED_GAP_MS + 1, down)])).toMatchObject({ uptimeShare: null, watchedMs: 0 });
    expect(statisticsOf([at(5_000, up), at(1_000, down), at(2_000, down)])).toMatchObject({ uptimeShare: 0, watchedMs: 1_000 });
  });

  test('counts a cancelled check and takes nothing from it', () => {
    const { checkCount, cancelledCount, current } = statisticsOf(minutely(up, 'cancelled', up));
    expect({ checkCount, cancelledCount, current }).toEqual({
      checkCount: 2,
      cancelledCount: 1,
      current: { isUp: true, fromMs: 0, toMs: 120_000, checkCount: 2 },
    });
  });

  test('gives the times of each stage that went well, in the order of the stages', () => {
    const { phases } = statisticsOf([
      { startedAtMs: 0, outcome: up, phases: { connect: 10, resolve: 1 } },
      { startedAtMs: 1, outcome: up, phases: { connect: 30 } },
    ]);
    expect(phases.map(({ stage, count, minMs, maxMs }) => ({ stage, count, minMs, maxMs }))).toEqual([
      { stage: 'resolve', count: 1, minMs: 1, maxMs: 1 },
      { stage: 'connect', count: 2, minMs: 10, maxMs: 30 },
    ]);
    expect(phases[1]!.p50Ms).toBeCloseTo(10, 0);
    expect(phases[1]!.p95Ms).toBeCloseTo(30, 0);
  });

  test('keeps its promises for any checks', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const found = statisticsOf(all);
        const judged = all.filter(({ outcome }) => outcome !== 'cancelled');
        expect(found.checkCount).toBe(judged.length);
        expect([...found.outcomeCounts.values()].reduce((sum, count) => sum + count, 0)).toBe(judged.length);
        expect(found.lastWorkedAtMs).toBe(judged.findLast(({ outcome }) => outcome === up)?.startedAtMs ?? null);
        expect(found.firstFailedAtMs === null).toBe(judged.length === 0 || judged.at(-1)?.outcome === up);
        if (found.uptimeShare !== null) expect(found.uptimeShare).toBeGreaterThanOrEqual(0);
        if (found.uptimeShare !== null) expect(found.uptimeShare).toBeLessThanOrEqual(1);
        for (const { p50Ms, p95Ms, minMs, maxMs } of found.phases)
          expect([minMs, p50Ms, p95Ms, maxMs].toSorted((a, b) => a - b)).toEqual([minMs, p50Ms, p95Ms, maxMs]);
      }),
    );
  });
});

describe('a quantile', () => {
  test('is at most 1 % off the exact one, for any values and any share', () => {
    const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const sketch = startQuantiles();
        for (const value of all) sketch.add(value);
        const sorted = all.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(share * all.length) - 1)]!;
        expect(Math.abs(sketch.quantile(share)! - exact)).toBeLessThanOrEqual(exact * QUANTILE_ERROR * 1.000_001);
        expect(sketch.quantile(0)).toBe(sorted[0]);
        expect(sketch.quantile(1)).toBe(sorted.at(-1));
        expect(sketch.count()).toBe(all.length);
      }),
    );
  });

  test('of nothing is null, of one value is that value', () => {
    const sketch = startQuantiles();
    expect(sketch.quantile(0.5)).toBeNull();
    sketch.add(12.345);
    expect(sketch.quantile(0.5)).toBe(12.345);
  });
});
