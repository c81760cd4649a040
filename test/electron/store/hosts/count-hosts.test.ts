import { expect, test } from 'vitest';

import { countHosts } from '../../../../electron/store/hosts/count-hosts.ts';
import { setFavourite } from '../../../../electron/store/hosts/host-labels.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import { addTargets } from '../../../../electron/store/hosts/targets.ts';
import { trashHosts } from '../../../../electron/store/hosts/trash.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

const days = { todayFromMs: 2_000, yesterdayFromMs: 1_000 };

function filled(): Store {
  const store = openForTest();
  saveCheck(store, checkOf('earlier.example', 80, { startedAtMs: 999 }));
  saveCheck(store, checkOf('yesterday.example', 80, { startedAtMs: 1_000 }));
  saveCheck(store, checkOf('today.example', 80, { ...refusal, startedAtMs: 2_000 }));
  saveCheck(store, checkOf('favourite.example', 80, { startedAtMs: 2_001 }));
  addTargets(store, { targets: [{ host: 'never.example', port: 80, transport: 'tcp' }], tags: ['new'], nowMs: 1 });
  setFavourite(store, { hostId: 4, isFavourite: true });
  return store;
}

test('countHosts counts hosts by the day of their last check, favourites apart, deleted ones nowhere', () => {
  const store = filled();
  const value = { favourites: 1, today: 1, yesterday: 1, earlier: 1, neverChecked: 1, inAll: 5 };
  expect(countHosts(store, days)).toEqual({ kind: 'read', value });
  trashHosts(store, { hostIds: [1], nowMs: 3_000 });
  expect(countHosts(store, days)).toEqual({ kind: 'read', value: { ...value, earlier: 0, inAll: 4 } });
});

test('countHosts counts what listHosts would list: by text or outcome, and by tag', () => {
  const store = filled();
  const none = { favourites: 0, today: 0, yesterday: 0, earlier: 0, neverChecked: 0, inAll: 5 };
  expect(countHosts(store, { ...days, tag: 'new' })).toEqual({ kind: 'read', value: { ...none, neverChecked: 1 } });
  expect(countHosts(store, { ...days, text: 'earlier' })).toEqual({ kind: 'read', value: { ...none, earlier: 1 } });
  expect(countHosts(store, { ...days, text: 'refused', outcomes: ['refused'] })).toEqual({ kind: 'read', value: { ...none, today: 1 } });
});
