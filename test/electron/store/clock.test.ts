import { afterEach, describe, expect, test, vi } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { trashHosts } from '../../../electron/store/hosts/trash.ts';
import { keepHouse } from '../../../electron/store/keep-house.ts';
import { patiently } from '../../../electron/store/patiently.ts';
import { readStatistics } from '../../../electron/store/past/read-statistics.ts';
import { readTimeline } from '../../../electron/store/past/read-timeline.ts';
import { writeSetting } from '../../../electron/store/settings.ts';
import type { Store } from '../../../electron/store/store.ts';
import { expectConsistent } from './expect-consistent.ts';
import { fileIn, openForTest, temporaryFolder } from './open-for-test.ts';
import { checkOf } from './sample-check.ts';

const DAY_MS = 86_400_000;
const YEARS_MS = 3_653 * DAY_MS;
/** Shortly before the end of summer time in Europe, when the hour from 2 to 3 comes twice. */
const NOW_MS = Date.UTC(2026, 9, 25, 0, 30);
const never = new AbortController().signal;

/** Where a clock may jump to, from one check to the next. */
const jumpsMs = [0, -DAY_MS, 60_000, YEARS_MS, 90_000, -YEARS_MS, 3_600_000, 120_000] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

function saveAll(store: Store): void {
  for (const jumpMs of jumpsMs) expect(saveCheck(store, checkOf('a.example', 80, { startedAtMs: NOW_MS + jumpMs })).kind).toBe('saved');
}

const startsIn = ({ database }: Store): readonly unknown[] =>
  database.prepare('SELECT started_at_ms FROM checks ORDER BY id').pluck().all();

describe('a clock that jumps by a day, ten years, and the hour of summer time', () => {
  test('loses no check and changes no order: each has the next number, whatever its time', () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveAll(store);
    const starts = jumpsMs.map((jumpMs) => NOW_MS + jumpMs);
    expect(startsIn(store)).toEqual(starts);
    for (const [index, startedAtMs] of starts.entries()) expect(readCheck(store, index + 1)).toMatchObject({ value: { startedAtMs } });
    expectConsistent(store);
    const again = openForTest(folder);
    expect(startsIn(again)).toEqual(starts);
    expect(again.path).toBe(fileIn(folder));
  });

  test.each([
    ['a day back', -DAY_MS],
    ['where it was', 0],
    ['ten years on', YEARS_MS],
  ])('with the clock %s the past is drawn and counted without a negative time', async (_where, jumpMs) => {
    const store = openForTest();
    saveAll(store);
    const endpoint = { hostId: 1, port: 80, transport: 'tcp' } as const;
    const toMs = NOW_MS + jumpMs + 1;
    const spans = [
      { fromMs: toMs - 6 * 3_600_000, toMs },
      { fromMs: null, toMs },
      { fromMs: null, toMs: null },
    ];
    for (const span of spans) {
      const timeline = await readTimeline(store, { ...endpoint, ...span, cellCount: 180 });
      if (timeline.kind !== 'read') throw new Error(JSON.stringify(timeline));
      if (timeline.value !== null) expect(timeline.value.toMs).toBeGreaterThan(timeline.value.fromMs);
      const statistics = await readStatistics(store, { ...endpoint, ...span });
      if (statistics.kind !== 'read') throw new Error('It is readable.');
      expect(negativesIn(statistics.value)).toEqual([]);
      expect(negativesIn(timeline.value)).toEqual([]);
    }
  });

  test.each([
    ['a day back', -DAY_MS],
    ['ten years on', YEARS_MS],
  ])('keeping house with the clock %s deletes nothing, by age or number, and empties no trash', async (_where, jumpMs) => {
    const store = openForTest();
    for (let hour = 29; hour >= 0; hour -= 1) saveCheck(store, checkOf('a.example', 80, { startedAtMs: NOW_MS - hour * 3_600_000 }));
    saveCheck(store, checkOf('trashed.example', 80, { startedAtMs: NOW_MS - 1_000 }));
    trashHosts(store, { hostIds: [2], nowMs: NOW_MS - 60 * DAY_MS });
    const kept = { days: 1, perHost: 2, inAll: 2 };
    writeSetting(store, { name: 'retention', value: { successes: kept, failures: kept } });
    await keepHouse(store, NOW_MS + jumpMs, never);
    expect(startsIn(store)).toHaveLength(31);
    expect(store.database.prepare('SELECT host FROM hosts ORDER BY id').pluck().all()).toEqual(['a.example', 'trashed.example']);
    // With a clock that can be right it does both.
    await keepHouse(store, NOW_MS + 1_000, never);
    expect(store.database.prepare('SELECT host FROM hosts ORDER BY id').pluck().all()).toEqual(['a.example']);
    expect(countChecks(store)).toMatchObject({ kind: 'read', value: 2 });
    expectConsistent(store);
  });

  test('while somebody waits for a lock neither cuts the wait short nor draws it out', async () => {
    const real = Date.now();
    let tries = 0;
    const jumpTo = (jumpMs: number): void => void vi.spyOn(Date, 'now').mockReturnValue(real + jumpMs);
    const problem = { kind: 'locked', path: '/nowhere', detail: '' } as const;
    const end = await patiently(() => {
      tries += 1;
      jumpTo(YEARS_MS);
      return tries < 4 ? { kind: 'not_written', problem } : { kind: 'written' };
    });
    expect([end.kind, tries]).toEqual(['written', 4]);
    const startedMs = performance.now();
    const locked = await patiently(() => {
      jumpTo(-DAY_MS);
      return { kind: 'not_written', problem };
    });
    expect(locked.kind).toBe('not_written');
    expect(performance.now() - startedMs).toBeLessThan(30_000);
  });
});

/** Paths to numbers below zero, times of day left out: nothing else of a past can be negative. */
function negativesIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return value < 0 && !path.endsWith('AtMs') ? [`${path} ${value}`] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => negativesIn(part, `${path}.${key}`));
}
