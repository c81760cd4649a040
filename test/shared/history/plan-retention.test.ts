import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { outcomes } from '../../../shared/check/outcome.ts';
import { startRetention, type RetentionEntry, type RetentionPlan } from '../../../shared/history/plan-retention.ts';
import { CLOCK_DOUBTED_AFTER_MS, findClockProblem } from '../../../shared/history/retention-clock.ts';
import { proposedRetention, retentionPolicySchema, type Keeping, type RetentionPolicy } from '../../../shared/history/retention-policy.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 1_000 * DAY_MS;
const clock = { nowMs: NOW_MS, newestMs: NOW_MS, isConfirmed: false };
const noLimit: Keeping = { days: null, perHost: null, inAll: null };

/** A check so many days ago; the higher the id, the newer. */
function entry(id: number, daysAgo: number, changes: Partial<RetentionEntry> = {}): RetentionEntry {
  return {
    id,
    hostId: 1,
    port: 80,
    transport: 'tcp',
    outcome: 'succeeded',
    startedAtMs: NOW_MS - daysAgo * DAY_MS,
    isInCase: false,
    ...changes,
  };
}

function plan(policy: Partial<RetentionPolicy>, entries: readonly RetentionEntry[]): RetentionPlan {
  const start = startRetention({ successes: noLimit, failures: noLimit, ...policy }, clock);
  if (start.kind === 'refused') throw new Error(start.problem);
  for (const each of entries.toSorted((a, b) => b.id - a.id)) start.planning.add(each);
  return start.planning.read();
}

function removedIds({ ranges }: RetentionPlan, entries: readonly RetentionEntry[]): readonly number[] {
  return entries.map(({ id }) => id).filter((id) => ranges.some(({ firstId, lastId }) => id >= firstId && id <= lastId));
}

describe('a plan of retention', () => {
  test('removes nothing without limits', () => {
    expect(plan({}, [entry(1, 900), entry(2, 1)])).toMatchObject({
      ...{ ranges: [], keptCount: 2, removedCount: 0 },
      ...{ removedFromMs: null, removedToMs: null },
    });
  });

  test('removes what is too old, in as few ranges as possible', () => {
    const entries = [entry(1, 40), entry(2, 35), entry(3, 31), entry(4, 29), entry(5, 1)];
    const found = plan({ successes: { ...noLimit, days: 30 } }, entries);
    expect(found).toMatchObject({ ranges: [{ firstId: 1, lastId: 3 }], keptCount: 2, removedCount: 3, reasons: { too_old: 3 } });
    expect(found.removedPerHost).toEqual(new Map([[1, 3]]));
    expect(found).toMatchObject({ removedFromMs: entries[0]!.startedAtMs, removedToMs: entries[2]!.startedAtMs });
  });

  test('keeps failures longer than successes', () => {
    const entries = [entry(1, 60, { outcome: 'refused' }), entry(2, 50), entry(3, 1)];
    const found = plan({ successes: { ...noLimit, days: 30 }, failures: { ...noLimit, days: 90 } }, entries);
    expect(removedIds(found, entries)).toEqual([2]);
    expect(found.removedFailureCount).toBe(0);
  });

  test('keeps the newest check of every endpoint and its newest success, however old they are', () => {
    const entries = [
      entry(1, 500),
      entry(2, 450),
      entry(3, 400, { outcome: 'timed_out' }),
      entry(4, 399, { outcome: 'timed_out' }),
      entry(5, 300, { port: 443, outcome: 'refused' }),
      entry(6, 299, { transport: 'udp' }),
    ];
    const found = plan({ successes: { ...noLimit, days: 30 }, failures: { ...noLimit, days: 30 } }, entries);
    expect(removedIds(found, entries)).toEqual([1, 3]);
  });

  test('keeps the checks of a case', () => {
    const entries = [entry(1, 400, { isInCase: true }), entry(2, 400), entry(3, 1)];
    expect(removedIds(plan({ successes: { ...noLimit, days: 30 } }, entries), entries)).toEqual([2]);
  });

  test('keeps the newest of each host when a host has too many', () => {
    const entries = [1, 2, 3, 4].map((id) => entry(id, 10 - id)).concat(entry(5, 1, { hostId: 2 }));
    const found = plan({ successes: { ...noLimit, perHost: 2 } }, entries);
    expect(removedIds(found, entries)).toEqual([1, 2]);
    expect(found.reasons).toEqual({ too_old: 0, over_host_limit: 2, over_limit: 0 });
  });

  test('keeps the newest of all when there are too many', () => {
    const entries = [1, 2, 3, 4, 5, 6].map((id) => entry(id, 10 - id, { hostId: id % 2 }));
    expect(removedIds(plan({ successes: { ...noLimit, inAll: 4 } }, entries), entries)).toEqual([1, 2]);
  });

  test('takes a cancelled check for a success: it proves less than a failure', () => {
    const entries = [entry(1, 40, { outcome: 'cancelled' }), entry(2, 1)];
    expect(removedIds(plan({ successes: { ...noLimit, days: 30 } }, entries), entries)).toEqual([1]);
  });

  test('counts what its ranges hold, and never removes a landmark, for any history and any policy', () => {
    const limit = fc.option(fc.integer({ min: 1, max: 30 }), { nil: null });
    const keeping = fc.record({ days: limit, perHost: limit, inAll: limit });
    const history = fc
      .array(
        fc.record({
          hostId: fc.integer({ min: 1, max: 3 }),
          port: fc.constantFrom(80, 443),
          outcome: fc.constantFrom(...outcomes),
          daysAgo: fc.integer({ min: 0, max: 60 }),
          isInCase: fc.boolean(),
          gap: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 60 },
      )
      .map((rows) => {
        let id = 0;
        return rows.map(({ daysAgo, gap, ...changes }) => entry((id += gap), daysAgo, changes));
      });
    fc.assert(
      fc.property(keeping, keeping, history, (successes, failures, entries) => {
        const found = plan({ successes, failures }, entries);
        const removed = new Set(removedIds(found, entries));
        expect(removed.size).toBe(found.removedCount);
        expect(found.keptCount + found.removedCount).toBe(entries.length);
        expect([...found.removedPerHost.values()].reduce((sum, count) => sum + count, 0)).toBe(found.removedCount);
        for (const { id, isInCase } of entries) if (isInCase) expect(removed.has(id)).toBe(false);
        for (const [, ofEndpoint] of Map.groupBy(entries, ({ hostId, port }) => `${hostId} ${port}`)) {
          expect(removed.has(ofEndpoint.at(-1)!.id)).toBe(false);
          const success = ofEndpoint.findLast(({ outcome }) => outcome === 'succeeded');
          if (success !== undefined) expect(removed.has(success.id)).toBe(false);
        }
      }),
    );
  });
});

describe('the clock', () => {
  test.each([
    ['there is no check', { newestMs: null }, null],
    ['the newest check is of now', { newestMs: NOW_MS }, null],
    ['the newest check is of tomorrow', { newestMs: NOW_MS + 1 }, 'clock_behind'],
    ['the newest check is of tomorrow, and a person trusts the clock', { newestMs: NOW_MS + 1, isConfirmed: true }, 'clock_behind'],
    ['the newest check is 60 days old', { newestMs: NOW_MS - CLOCK_DOUBTED_AFTER_MS }, null],
    ['the newest check is older', { newestMs: NOW_MS - CLOCK_DOUBTED_AFTER_MS - 1 }, 'clock_ahead'],
    [
      'the newest check is older, and a person trusts the clock',
      { newestMs: NOW_MS - CLOCK_DOUBTED_AFTER_MS - 1, isConfirmed: true },
      null,
    ],
  ] as const)('when %s: %j', (_, changes, problem) => {
    expect(findClockProblem({ ...clock, ...changes })).toBe(problem);
    const start = startRetention(proposedRetention, { ...clock, ...changes });
    expect(start).toMatchObject(problem === null ? { kind: 'started' } : { kind: 'refused', problem });
  });
});

describe('a policy', () => {
  test('may not keep failures for a shorter time than successes', () => {
    expect(v.is(retentionPolicySchema, proposedRetention)).toBe(true);
    for (const limit of ['days', 'perHost', 'inAll'] as const) {
      expect(v.is(retentionPolicySchema, { successes: { ...noLimit, [limit]: 10 }, failures: { ...noLimit, [limit]: 10 } })).toBe(true);
      expect(v.is(retentionPolicySchema, { successes: { ...noLimit, [limit]: 10 }, failures: { ...noLimit, [limit]: 9 } })).toBe(false);
      expect(v.is(retentionPolicySchema, { successes: noLimit, failures: { ...noLimit, [limit]: 9 } })).toBe(false);
      expect(v.is(retentionPolicySchema, { successes: { ...noLimit, [limit]: 0 }, failures: noLimit })).toBe(false);
    }
  });
});
