import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outcomes } from '../../../shared/check/outcome.ts';
import { startDigest, type CheckDigest, type DigestEntry } from '../../../shared/history/check-digest.ts';
import { startStatistics } from '../../../shared/history/statistics.ts';
import { startTimeline } from '../../../shared/history/timeline.ts';
import { LONGEST_WATCHED_GAP_MS } from '../../../shared/history/uptime.ts';

const duration = fc.double({ min: 0, max: 30_000, noNaN: true });

/** Checks in the order they were made, as the store gives them. */
const entriesArbitrary: fc.Arbitrary<readonly DigestEntry[]> = fc
  .array(
    fc.record({
      startedAtMs: fc.integer({ min: 0, max: 10 * LONGEST_WATCHED_GAP_MS }),
      outcome: fc.constantFrom(...outcomes, 'succeeded', 'succeeded', 'succeeded'),
      replyMs: fc.option(duration),
      phases: fc.record({ resolve: duration, connect: duration }, { requiredKeys: [] }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((entries) => entries.toSorted((a, b) => a.startedAtMs - b.startedAtMs));

const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });

describe('digests', () => {
  test('say the same as the checks they stand for, wherever the checks are cut into digests, even after they were kept as JSON', () => {
    fc.assert(
      fc.property(entriesArbitrary, cuts, (entries, places) => {
        const fromChecks = startStatistics();
        for (const entry of entries) fromChecks.add(entry);
        const fromDigests = startStatistics();
        for (const part of cut(entries, places)) fromDigests.addAll(kept(part));
        expect(comparable(fromDigests.read())).toEqual(comparable(fromChecks.read()));
      }),
    );
  });

  test('joined to one another say the same as one of all', () => {
    fc.assert(
      fc.property(entriesArbitrary, cuts, (entries, places) => {
        const joined = startDigest();
        for (const part of cut(entries, places)) joined.addAll(kept(part));
        expect(comparable(joined.save())).toEqual(comparable(kept(entries)));
      }),
    );
  });

  test('draw the same cell of a timeline as the checks they stand for', () => {
    fc.assert(
      fc.property(entriesArbitrary, cuts, (entries, places) => {
        const span = { fromMs: 0, toMs: 20 * LONGEST_WATCHED_GAP_MS, bucketCount: 1 };
        const fromChecks = startTimeline(span);
        for (const entry of entries) fromChecks.add(entry);
        const fromDigests = startTimeline(span);
        for (const part of cut(entries, places)) fromDigests.addAll(0, kept(part));
        expect(fromDigests.read()).toEqual(fromChecks.read());
      }),
    );
  });

  test('take no harm from numbers that nobody counted', () => {
    const statistics = startStatistics();
    const hostile = { outcomeCounts: {}, stretches: null, uptime: null, phases: { connect: [1, 2, 1e12, 5, 0.5, 3, -1e12, 4, 7] } };
    statistics.addAll(hostile);
    expect(statistics.read().phases).toEqual([]);
  });
});

function cut(entries: readonly DigestEntry[], places: readonly number[]): readonly (readonly DigestEntry[])[] {
  const edges = [0, ...places.filter((place) => place < entries.length).toSorted((a, b) => a - b), entries.length];
  return edges.slice(1).map((edge, index) => entries.slice(edges[index], edge));
}

/** As the store keeps it. */
function kept(entries: readonly DigestEntry[]): CheckDigest {
  const digest = startDigest();
  for (const entry of entries) digest.add(entry);
  return JSON.parse(JSON.stringify(digest.save())) as CheckDigest;
}

/** Sums of halves of gaps are the same up to the order they were added in. */
function comparable<T extends object>(value: T): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      part instanceof Map ? [...part] : typeof part === 'number' ? Number(part.toPrecision(12)) : part,
    ),
    (key, part: unknown) => (key === 'outcomeCounts' && Array.isArray(part) ? part.toSorted() : part),
  );
}
