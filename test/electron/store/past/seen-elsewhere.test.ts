import { expect, test } from 'vitest';

import { findSummaries } from '../../../../electron/store/hosts/host-summary.ts';
import { beginMerge, mergeSlice } from '../../../../electron/store/hosts/merge-hosts.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { readStatistics } from '../../../../electron/store/past/read-statistics.ts';
import { readTimeline } from '../../../../electron/store/past/read-timeline.ts';
import { importChecks, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { pageChecks } from '../../../../electron/store/checks/page-checks.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf } from '../sample-check.ts';

const ours = checkOf('a.example', 22, { outcome: 'succeeded', startedAtMs: 1_000 });
const theirs = checkOf('a.example', 22, { outcome: 'timed_out', startedAtMs: 2_000, vantage: 'customer' });
const oursLater = checkOf('a.example', 22, { outcome: 'succeeded', startedAtMs: 3_000 });
const span = { hostId: 1, port: 22, transport: 'tcp', fromMs: null, toMs: null } as const;

function lastOutcome(store: Store): unknown {
  return store.database.prepare('SELECT last_outcome FROM hosts').pluck().all();
}

test('what others saw is kept and listed, and is not the last outcome of the host, its endpoint or its strip', () => {
  const store = openForTest();
  saveChecks(store, [ours]);
  importChecks(store, [theirs]);
  const [host] = findSummaries(store, [1]).rows;
  expect(host).toMatchObject({ lastOutcome: 'succeeded', lastCheckedAtMs: 1_000, checkCount: 2 });
  expect(host?.endpoints).toMatchObject([{ lastOutcome: 'succeeded', lastCheckedAtMs: 1_000 }]);
  expect(host?.recent).toEqual([{ outcome: 'succeeded', durationMs: ours.durationMs }]);
  const page = pageChecks(store, { hostId: 1, limit: 10 });
  expect(page.kind === 'listed' && page.rows.map(({ outcome, vantage }) => `${outcome} ${vantage}`)).toEqual([
    'timed_out customer',
    'succeeded here',
  ]);
  expectConsistent(store);
});

test('what others saw is no change between our own checks, and does not count in statistics or the timeline', async () => {
  const store = openForTest();
  saveChecks(store, [ours]);
  importChecks(store, [theirs]);
  saveChecks(store, [oursLater]);
  expect(store.database.prepare('SELECT sum(is_change) FROM checks').pluck().get()).toBe(0);
  expect(store.database.prepare('SELECT change_count, failure_count FROM endpoints').raw().get()).toEqual([0, 1]);
  const statistics = await readStatistics(store, span);
  expect(statistics).toMatchObject({ kind: 'read', value: { checkCount: 2, outcomeCounts: [{ outcome: 'succeeded', count: 2 }] } });
  const timeline = await readTimeline(store, { ...span, cellCount: 4 });
  expect(timeline).toMatchObject({ kind: 'read', value: { firstCheckAtMs: 1_000, lastCheckAtMs: 3_000 } });
  expectConsistent(store);
});

test('a host that only others have seen was never checked from here', async () => {
  const store = openForTest();
  importChecks(store, [theirs]);
  expect(findSummaries(store, [1]).rows).toMatchObject([{ lastOutcome: null, lastCheckedAtMs: null, recent: [], checkCount: 1 }]);
  expect(await readTimeline(store, { ...span, cellCount: 4 })).toEqual({ kind: 'read', value: null });
  saveChecks(store, [ours]);
  expect(lastOutcome(store)).toEqual(['succeeded']);
});

test('merging two hosts keeps it so', () => {
  const store = openForTest();
  saveChecks(store, [ours]);
  importChecks(store, [checkOf('b.example', 22, { outcome: 'refused', startedAtMs: 9_000, vantage: 'customer' })]);
  beginMerge(store, { hostId: 2, intoHostId: 1, nowMs: 1 });
  while (mergeSlice(store).kind === 'committed')
    if (store.database.prepare('SELECT 1 FROM hosts WHERE merged_into IS NOT NULL').get() === undefined) break;
  expect(findSummaries(store, [1]).rows).toMatchObject([{ lastOutcome: 'succeeded', lastCheckedAtMs: 1_000, checkCount: 2 }]);
  expectConsistent(store);
});

test('a history from before, in which they counted, is put right when it is opened', () => {
  const store = openForTest();
  saveChecks(store, [ours]);
  importChecks(store, [theirs]);
  saveChecks(store, [oursLater]);
  store.database.exec(`
    UPDATE checks SET is_change = 1 WHERE id > 1; UPDATE endpoints SET change_count = 2, newest_outcome = 'timed_out', last_outcome = 'timed_out';
    UPDATE hosts SET last_outcome = 'timed_out', last_checked_at_ms = 2000;`);
  const step = migrations.find(({ version }) => version === 5);
  store.database.exec(step?.sql ?? '');
  expect(lastOutcome(store)).toEqual(['succeeded']);
  expectConsistent(store);
});
