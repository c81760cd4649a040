import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outcomes } from '../../../shared/check/outcome.ts';
import type { TimelineEntry } from '../../../shared/history/timeline.ts';
import { worseOutcome } from '../../../shared/history/worst-outcome.ts';
import { fillTimeline } from './fill-timeline.ts';

const entry = (startedAtMs: number, changes: Partial<TimelineEntry> = {}): TimelineEntry => ({
  startedAtMs,
  outcome: 'succeeded',
  replyMs: 10,
  ...changes,
});

describe('startTimeline', () => {
  test('has a cell for every part of the span, also where nothing was checked', () => {
    const buckets = fillTimeline([entry(5), entry(25, { replyMs: 30 })], { fromMs: 0, toMs: 40, bucketCount: 4 });
    expect(buckets.map(({ fromMs, toMs, checkCount, worst, reply }) => ({ fromMs, toMs, checkCount, worst, reply }))).toEqual([
      { fromMs: 0, toMs: 10, checkCount: 1, worst: 'succeeded', reply: { minMs: 10, medianMs: 10, maxMs: 10 } },
      { fromMs: 10, toMs: 20, checkCount: 0, worst: null, reply: null },
      { fromMs: 20, toMs: 30, checkCount: 1, worst: 'succeeded', reply: { minMs: 30, medianMs: 30, maxMs: 30 } },
      { fromMs: 30, toMs: 40, checkCount: 0, worst: null, reply: null },
    ]);
  });

  test('lets the worst outcome of a cell win, one failure among a thousand successes too', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => entry(index));
    const [bucket] = fillTimeline([...many, entry(500, { outcome: 'refused', replyMs: null })], {
      fromMs: 0,
      toMs: 1_000,
      bucketCount: 1,
    });
    expect(bucket).toMatchObject({ checkCount: 1_001, worst: 'refused', reply: { minMs: 10, maxMs: 10 } });
  });

  test('leaves out what lies before the span and what begins with its end', () => {
    const [bucket] = fillTimeline([entry(-1), entry(0), entry(10)], { fromMs: 0, toMs: 10, bucketCount: 1 });
    expect(bucket?.checkCount).toBe(1);
  });

  test('has no reply where nothing replied', () => {
    const [bucket] = fillTimeline([entry(0, { outcome: 'timed_out', replyMs: null })], { fromMs: 0, toMs: 1, bucketCount: 1 });
    expect(bucket).toMatchObject({ worst: 'timed_out', reply: null });
  });

  test.each([
    [0, 0, 1],
    [10, 0, 1],
    [0, 10, 0],
    [0, 10, 1.5],
  ])('a timeline from %d to %d of %d cells is a bug', (fromMs, toMs, bucketCount) => {
    expect(() => fillTimeline([], { fromMs, toMs, bucketCount })).toThrow('length');
  });

  test('loses no check of the span and invents none, at any zoom and in any order', () => {
    const spans = fc.record({
      fromMs: fc.integer({ min: 0, max: 1_000 }),
      lengthMs: fc.integer({ min: 1, max: 5_000 }),
      bucketCount: fc.integer({ min: 1, max: 700 }),
    });
    const all = fc.array(
      fc.record({
        startedAtMs: fc.integer({ min: -100, max: 7_000 }),
        outcome: fc.constantFrom(...outcomes),
        replyMs: fc.option(fc.integer({ min: 0, max: 100 })),
      }),
    );
    fc.assert(
      fc.property(spans, all, ({ fromMs, lengthMs, bucketCount }, entries) => {
        const toMs = fromMs + lengthMs;
        const inside = entries.filter(({ startedAtMs }) => startedAtMs >= fromMs && startedAtMs < toMs);
        const buckets = fillTimeline(entries, { fromMs, toMs, bucketCount });
        expect(buckets).toHaveLength(bucketCount);
        expect(buckets.reduce((sum, { checkCount }) => sum + checkCount, 0)).toBe(inside.length);
        const worst = buckets.flatMap((bucket) => (bucket.worst === null ? [] : [bucket.worst]));
        if (inside.length > 0) expect(worst.reduce(worseOutcome)).toBe(inside.map(({ outcome }) => outcome).reduce(worseOutcome));
      }),
    );
  });
});

describe('worseOutcome', () => {
  test('is one order of all outcomes: a success outweighs only a cancelled check', () => {
    for (const outcome of outcomes) {
      expect(worseOutcome(outcome, 'cancelled')).toBe(outcome);
      expect(worseOutcome('succeeded', outcome)).toBe(outcome === 'cancelled' ? 'succeeded' : outcome);
      for (const other of outcomes) expect(worseOutcome(outcome, other)).toBe(worseOutcome(other, outcome));
    }
  });
});
