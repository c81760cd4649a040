import { describe, expect, test } from 'vitest';

import { applyRetention } from '../../../../electron/store/checks/apply-retention.ts';
import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { keepHouse } from '../../../../electron/store/keep-house.ts';
import { beginMerge } from '../../../../electron/store/hosts/merge-hosts.ts';
import { planRetention } from '../../../../electron/store/checks/plan-retention.ts';
import type { RetentionPlanned } from '../../../../electron/store/checks/plan-retention.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { readSetting, writeSetting } from '../../../../electron/store/settings.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { listTrash, trashHosts } from '../../../../electron/store/hosts/trash.ts';
import type { RetentionPlan } from '../../../../shared/history/plan-retention.ts';
import type { RetentionPolicy } from '../../../../shared/history/retention-policy.ts';
import { TRASH_KEPT_MS } from '../../../../shared/history/trashed-host.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 1_790_000_000_000;

const forever = { days: null, perHost: null, inAll: null };
const tenSuccesses: RetentionPolicy = { successes: { ...forever, perHost: 10 }, failures: forever };
const wanted = { policy: tenSuccesses, nowMs: NOW_MS, isClockConfirmed: false };
const goOn = new AbortController().signal;

describe('keeping to a policy', () => {
  test('is previewed without removing anything, and removes then what was previewed', async () => {
    const store = storeOf(400);
    const plan = await planned(store);
    expect(plan).toMatchObject({ keptCount: 50, removedCount: 350, removedFailureCount: 0, reasons: { over_host_limit: 350 } });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 400 });
    expect(await applied(store, plan)).toEqual({ kind: 'applied', removedCount: 350 });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 50 });
    expect(store.database.prepare("SELECT count(*) FROM checks WHERE outcome = 'refused'").pluck().get()).toBe(40);
    expectConsistent(store);
  });

  test('keeps what is made between preview and removal, and what lies in the trash', async () => {
    const store = storeOf(400);
    saveChecks(
      store,
      Array.from({ length: 30 }, (_, index) => checkOf('trashed.example', 80, { startedAtMs: NOW_MS - 400 * DAY_MS + index })),
    );
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    const plan = await planned(store);
    saveChecks(store, [checkOf('a.example', 80, { startedAtMs: NOW_MS })]);
    await applied(store, plan);
    expect(findHost(store, 'a.example')).toMatchObject({ value: { checkCount: 51 } });
    expect(listTrash(store)).toMatchObject({ rows: [{ host: 'trashed.example', checkCount: 30 }] });
    expect(store.database.prepare('SELECT count(*) FROM checks WHERE host_id = 2').pluck().get()).toBe(30);
  });

  test('can be stopped: what is removed by then is the oldest', async () => {
    const store = storeOf(400);
    const stop = new AbortController();
    const applying = applyRetention(store, await planned(store), stop.signal);
    const first = await applying.next();
    stop.abort();
    const end = await applying.next();
    expect(first.value).toMatchObject({ kind: 'progress', totalCount: 350 });
    expect(end.value).toMatchObject({ kind: 'applied' });
    const { removedCount } = end.value as { removedCount: number };
    expect(removedCount).toBeLessThan(350);
    const kept = store.database.prepare("SELECT min(id) FROM checks WHERE outcome = 'succeeded'").pluck().get();
    expect(kept).toBeGreaterThan(removedCount);
    expectConsistent(store);
  });

  test.each([
    ['behind', NOW_MS - 2 * DAY_MS, 'clock_behind'],
    ['ahead', NOW_MS + 90 * DAY_MS, 'clock_ahead'],
  ])('is refused while the clock seems to be %s', async (_, nowMs, problem) => {
    const store = storeOf(40);
    expect(await end(planRetention(store, { ...wanted, nowMs }, goOn))).toEqual({ kind: 'refused', problem });
  });

  test('a table that is gone is a value, not a rejection', async () => {
    const store = openForTest();
    store.database.exec('DROP TABLE check_documents; DROP TABLE checks');
    expect(await end(planRetention(store, wanted, goOn))).toMatchObject({ kind: 'unreadable', problem: { kind: 'failed' } });
  });
});

describe('a setting', () => {
  test('is null until it is written, and again when it is forgotten', () => {
    const store = openForTest();
    expect(readSetting(store, 'retention')).toEqual({ kind: 'read', value: null });
    expect(writeSetting(store, { name: 'retention', value: tenSuccesses })).toEqual({ kind: 'written' });
    expect(readSetting(store, 'retention')).toEqual({ kind: 'read', value: tenSuccesses });
    writeSetting(store, { name: 'retention', value: null });
    expect(readSetting(store, 'retention')).toEqual({ kind: 'read', value: null });
  });

  test.each(['no JSON', '{}', '{"successes":{"days":0}}', 'null'])('that was damaged into %j counts as never written', (value) => {
    const store = openForTest();
    store.database.prepare("INSERT INTO settings VALUES ('retention', ?)").run(value);
    expect(readSetting(store, 'retention')).toEqual({ kind: 'read', value: null });
  });
});

describe('keeping house', () => {
  test('finishes an interrupted merge, empties the trash of a week ago, and keeps to the policy', async () => {
    const store = storeOf(100);
    saveChecks(
      store,
      ['other.example', 'old.example', 'new.example'].map((host) => checkOf(host, 80, { startedAtMs: NOW_MS - DAY_MS })),
    );
    beginMerge(store, { hostId: 2, intoHostId: 1, nowMs: NOW_MS });
    trashHosts(store, { hostIds: [3], nowMs: NOW_MS - TRASH_KEPT_MS - 1 });
    trashHosts(store, { hostIds: [4], nowMs: NOW_MS - TRASH_KEPT_MS + 1 });
    writeSetting(store, { name: 'retention', value: tenSuccesses });
    await keepHouse(store, NOW_MS, goOn);
    expect(store.database.prepare('SELECT id, host FROM hosts').raw().all()).toEqual([
      [1, 'a.example'],
      [4, 'new.example'],
    ]);
    expect(findHost(store, 'a.example')).toMatchObject({ value: { checkCount: 20 } });
    expectConsistent(store);
  });

  test('removes nothing by age or number without a policy', async () => {
    const store = storeOf(100);
    await keepHouse(store, NOW_MS + 30 * DAY_MS, goOn);
    expect(countChecks(store)).toEqual({ kind: 'read', value: 100 });
  });
});

/** Checks of one host, an hour apart, every tenth refused; the newest was made an hour ago. */
function storeOf(count: number): Store {
  const store = openForTest();
  saveChecks(
    store,
    Array.from({ length: count }, (_, index) =>
      checkOf('a.example', 80, { startedAtMs: NOW_MS - (count - index) * 3_600_000, ...(index % 10 === 0 ? refusal : {}) }),
    ),
  );
  return store;
}

async function planned(store: Store): Promise<RetentionPlan> {
  const plan = (await end(planRetention(store, wanted, goOn))) as RetentionPlanned;
  if (plan?.kind !== 'planned') throw new Error('There is no plan.');
  return plan.plan;
}

async function applied(store: Store, plan: RetentionPlan): Promise<unknown> {
  return end(applyRetention(store, plan, goOn));
}

async function end(generator: AsyncGenerator<unknown, unknown>): Promise<unknown> {
  for (;;) {
    const next = await generator.next();
    if (next.done === true) return next.value;
  }
}
