import { expect, test } from 'vitest';

import { recentChecks, RECENT_DOCUMENTS } from '../../../electron/store/recent-checks.ts';
import { saveChecks } from '../../../electron/store/save-checks.ts';
import { sampleCheck } from './sample-check.ts';
import { openForTest } from './open-for-test.ts';

test('recentChecks gives the newest checks of a host whole, newest first, with their numbers', () => {
  const store = openForTest();
  const first = sampleCheck();
  saveChecks(store, [first, { ...first, startedAtMs: first.startedAtMs + 1_000 }, { ...first, startedAtMs: first.startedAtMs + 500 }]);
  const reading = recentChecks(store, { hostId: 1, limit: 2 });
  expect(reading).toMatchObject({ kind: 'read', value: [{ id: 2 }, { id: 3 }] });
  expect(reading.kind === 'read' && reading.value[0]).toEqual({ ...first, id: 2, startedAtMs: first.startedAtMs + 1_000 });
});

test('recentChecks leaves out a damaged one, and gives nothing for a host that is not there', () => {
  const store = openForTest();
  saveChecks(store, [sampleCheck(), sampleCheck()]);
  store.database.exec(`UPDATE check_documents SET document = '{}' WHERE check_id = 1`);
  expect(recentChecks(store, { hostId: 1, limit: 9 })).toMatchObject({ value: [{ id: 2 }] });
  expect(recentChecks(store, { hostId: 9, limit: 9 })).toEqual({ kind: 'read', value: [] });
});

test('recentChecks reads by the index of a host’s checks, without sorting', () => {
  const store = openForTest();
  const plan = JSON.stringify(store.database.prepare(`EXPLAIN QUERY PLAN ${RECENT_DOCUMENTS}`).all({ hostId: 1, limit: 5 }));
  expect(plan).toContain('checks_by_host');
  expect(plan).not.toContain('TEMP B-TREE');
});
