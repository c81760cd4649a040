import { chmodSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { openReadOnly } from '../../../../electron/store/open-read-only.ts';
import { readStatistics } from '../../../../electron/store/past/read-statistics.ts';
import { readTimeline } from '../../../../electron/store/past/read-timeline.ts';
import { removeSlice } from '../../../../electron/store/checks/remove-checks.ts';
import { importChecks, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import type { Store } from '../../../../electron/store/store.ts';
import type { Check } from '../../../../shared/check/check.ts';
import { phaseTimes } from '../../../../shared/history/phase-times.ts';
import { statisticsOf } from '../../../../shared/history/statistics.ts';
import type { EndpointTimeline } from '../../../../shared/history/endpoint-timeline.ts';
import { fileIn, openForTest, temporaryFolder } from '../open-for-test.ts';
import { attempt, checkOf, refusal } from '../sample-check.ts';

const all = { hostId: 1, port: 80, transport: 'tcp', fromMs: null, toMs: null } as const;

const MINUTE_MS = 60_000;
const START_MS = 1_790_000_000_000;

describe('readTimeline', () => {
  test('is null for an endpoint without checks, and for a time without any', async () => {
    const store = openForTest();
    expect(await readTimeline(store, { ...all, cellCount: 10 })).toEqual({ kind: 'read', value: null });
    saveChecks(store, [checkOf('a.example', 80, { startedAtMs: 1_000 })]);
    expect(await readTimeline(store, { ...all, fromMs: 500, toMs: 500, cellCount: 10 })).toEqual({ kind: 'read', value: null });
  });

  test('puts a short past into cells, check by check: the worst outcome wins', async () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('a.example', 80, { startedAtMs: 0 }),
      checkOf('a.example', 80, { startedAtMs: 10, ...refusal }),
      checkOf('a.example', 443, { startedAtMs: 20, outcome: 'timed_out' }),
      checkOf('a.example', 80, { startedAtMs: 99 }),
    ]);
    const timeline = await drawn(store, { cellCount: 4 });
    expect(timeline).toMatchObject({ fromMs: 0, toMs: 100, firstCheckAtMs: 0, lastCheckAtMs: 99 });
    expect(timeline.cells.map(({ fromMs, checkCount, worst }) => [fromMs, checkCount, worst])).toEqual([
      [0, 2, 'refused'],
      [25, 0, null],
      [50, 0, null],
      [75, 1, 'succeeded'],
    ]);
    expect(timeline.cells[0]?.reply).toMatchObject({ minMs: 2, maxMs: 12.5 });
    expect(timeline.cells[3]?.phases.map(({ stage, maxMs }) => [stage, maxMs])).toEqual([
      ['resolve', 3],
      ['connect', 12.5],
      ['greeting', 20],
    ]);
  });

  test('tells of a long past by digests, and counts every check once', async () => {
    const store = openForTest();
    saveChecks(store, past(3_500));
    const timeline = await drawn(store, { cellCount: 50 });
    expect(digestCount(store)).toBeGreaterThan(100);
    expect(timeline.cells.length).toBeLessThanOrEqual(50);
    expect(sum(timeline)).toBe(3_500);
    expect(timeline.fromMs).toBeLessThanOrEqual(START_MS);
    expect(timeline.toMs).toBeGreaterThan(START_MS + 3_499 * MINUTE_MS);
    const edges = timeline.cells.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
    expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  });

  test('follows as checks come: soon, late, or away', async () => {
    const store = openForTest();
    saveChecks(store, past(3_000));
    expect(sum(await drawn(store, {}))).toBe(3_000);
    saveChecks(store, [checkOf('a.example', 80, { startedAtMs: START_MS + 3_000 * MINUTE_MS })]);
    expect(sum(await drawn(store, {}))).toBe(3_001);
    importChecks(store, [checkOf('a.example', 80, { startedAtMs: START_MS + 700 * MINUTE_MS + 1, ...refusal })]);
    expect(sum(await drawn(store, {}))).toBe(3_002);
    for (let removed = 1; removed > 0;) {
      const slice = removeSlice(store, { firstId: 1, lastId: 500 });
      removed = slice.kind === 'committed' ? slice.value : 0;
    }
    expect(sum(await drawn(store, {}))).toBe(2_502);
    expect(await statistics(store)).toEqual(await statisticsByHand(store));
  });

  test('shows a part of the past from digests and checks alike', async () => {
    const store = openForTest();
    saveChecks(store, past(4_000));
    const short = await drawn(store, { fromMs: START_MS + 100 * MINUTE_MS, toMs: START_MS + 160 * MINUTE_MS, cellCount: 60 });
    expect(short).toMatchObject({ fromMs: START_MS + 100 * MINUTE_MS, toMs: START_MS + 160 * MINUTE_MS });
    expect(short.cells.map(({ checkCount }) => checkCount)).toEqual(Array.from({ length: 60 }, () => 1));
    const long = await drawn(store, { fromMs: START_MS + 100 * MINUTE_MS, toMs: START_MS + 3_100 * MINUTE_MS, cellCount: 60 });
    expect(sum(long)).toBeGreaterThanOrEqual(3_000);
    expect(sum(long)).toBeLessThanOrEqual(3_000 + 60);
  });

  test('makes digests again that somebody damaged', async () => {
    const store = openForTest();
    saveChecks(store, past(3_000));
    await drawn(store, {});
    store.database.exec(`UPDATE check_digests SET digest = '{"outcomeCounts":7}' WHERE from_ms % 7 < 3`);
    expect(sum(await drawn(store, {}))).toBe(3_000);
    store.database.exec("UPDATE check_digests SET digest = 'no JSON'");
    saveChecks(store, past(5_000).slice(3_000));
    expect(await statistics(store)).toEqual(await statisticsByHand(store));
  });

  test('reads a history that cannot be written check by check', async () => {
    const folder = temporaryFolder();
    const writable = openForTest(folder);
    saveChecks(writable, past(2_500));
    closeStore(writable);
    chmodSync(fileIn(folder), 0o444);
    const opening = openReadOnly(fileIn(folder), { kind: 'read_only', path: fileIn(folder), detail: 'a test' });
    if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
    expect(sum(await drawn(opening.store, {}))).toBe(2_500);
    expect(await statistics(opening.store)).toEqual(await statisticsByHand(opening.store));
    expect(digestCount(opening.store)).toBe(0);
    closeStore(opening.store);
  });

  test('a table that is gone is a value, not a rejection', async () => {
    const store = openForTest();
    store.database.exec('DROP TABLE check_documents; DROP TABLE checks');
    expect(await readTimeline(store, { ...all, cellCount: 5 })).toMatchObject({ kind: 'unreadable', problem: { kind: 'failed' } });
    expect(await readStatistics(store, all)).toMatchObject({ kind: 'unreadable', problem: { kind: 'failed' } });
  });
});

describe('readStatistics', () => {
  test.each([0, 1, 999, 1_001, 4_321])('says of %i checks what going through them one by one says', async (count) => {
    const store = openForTest();
    saveChecks(store, past(count));
    expect(await statistics(store)).toEqual(await statisticsByHand(store));
    // And again, from what was digested the first time.
    expect(await statistics(store)).toEqual(await statisticsByHand(store));
  });

  test('keeps to the time that was asked for', async () => {
    const store = openForTest();
    saveChecks(store, past(300));
    const span = { ...all, fromMs: START_MS + 10 * MINUTE_MS, toMs: START_MS + 20 * MINUTE_MS };
    expect(await readStatistics(store, span)).toMatchObject({ kind: 'read', value: { checkCount: 10 } });
  });
});

/** A check a minute, failing for a while now and then, some cancelled. */
function past(count: number): readonly Check[] {
  return Array.from({ length: count }, (_, index) => {
    const startedAtMs = START_MS + index * MINUTE_MS;
    if (index % 97 === 5) return checkOf('a.example', 80, { startedAtMs, outcome: 'cancelled' });
    if (index % 200 < 20) return checkOf('a.example', 80, { startedAtMs, ...refusal });
    return checkOf('a.example', 80, { startedAtMs, addresses: [attempt({ durationMs: 1 + (index % 50) })] });
  });
}

async function drawn(store: Store, wanted: Partial<Parameters<typeof readTimeline>[1]>): Promise<EndpointTimeline> {
  const reading = await readTimeline(store, { ...all, cellCount: 100, ...wanted });
  if (reading.kind === 'unreadable' || reading.value === null) throw new Error('There is no timeline.');
  return reading.value;
}

async function statistics(store: Store): Promise<unknown> {
  const reading = await readStatistics(store, all);
  if (reading.kind === 'unreadable') throw new Error(reading.problem.detail);
  return { ...reading.value, outcomeCounts: reading.value.outcomeCounts.toSorted((a, b) => a.outcome.localeCompare(b.outcome)) };
}

/** From the documents of all checks of the endpoint, in their order. */
async function statisticsByHand({ database }: Store): Promise<unknown> {
  const documents = database
    .prepare('SELECT document FROM checks JOIN check_documents ON check_id = id WHERE port = 80 ORDER BY started_at_ms, id')
    .pluck()
    .all() as string[];
  const entries = documents.map((document) => JSON.parse(document) as Check).map((check) => ({ ...check, phases: phaseTimes(check) }));
  const { outcomeCounts, ...rest } = statisticsOf(entries);
  const counts = [...outcomeCounts].map(([outcome, count]) => ({ outcome, count }));
  return { ...rest, outcomeCounts: counts.toSorted((a, b) => a.outcome.localeCompare(b.outcome)) };
}

function sum({ cells }: EndpointTimeline): number {
  return cells.reduce((count, cell) => count + cell.checkCount, 0);
}

function digestCount({ database }: Store): number {
  return Number(database.prepare('SELECT count(*) FROM check_digests').pluck().get());
}
