import { describe, expect, test } from 'vitest';

import { countChecksOf } from '../../../../electron/store/checks/count-checks-of.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { findLastSuccess } from '../../../../electron/store/checks/find-last-success.ts';
import { importChecks, saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

describe('importChecks', () => {
  test('does not let an old check become the last of its host or endpoint', () => {
    const store = openForTest();
    saveCheck(store, checkOf('a.example', 80, { startedAtMs: 100 }));
    importChecks(store, [checkOf('a.example', 80, { startedAtMs: 50, ...refusal })]);
    expect(findHost(store, 'a.example')).toMatchObject({
      value: {
        lastOutcome: 'succeeded',
        lastCheckedAtMs: 100,
        checkCount: 2,
        endpoints: [{ lastOutcome: 'succeeded' }],
        recent: [{ outcome: 'refused' }, { outcome: 'succeeded' }],
      },
    });
    importChecks(store, [checkOf('a.example', 80, { startedAtMs: 150, ...refusal })]);
    expect(findHost(store, 'a.example')).toMatchObject({ value: { lastOutcome: 'refused', lastCheckedAtMs: 150 } });
    expectConsistent(store);
  });

  test('while a check made now is the last one, whatever the clock says', () => {
    const store = openForTest();
    saveCheck(store, checkOf('a.example', 80, { startedAtMs: 100 }));
    saveCheck(store, checkOf('a.example', 80, { startedAtMs: 50, ...refusal }));
    expect(findHost(store, 'a.example')).toMatchObject({ value: { lastOutcome: 'refused', lastCheckedAtMs: 50 } });
    expectConsistent(store);
  });

  test('puts a check between two others, and tells anew which of them are changes', () => {
    const store = openForTest();
    saveChecks(
      store,
      [1, 3].map((startedAtMs) => checkOf('a.example', 80, { startedAtMs })),
    );
    importChecks(store, [checkOf('a.example', 80, { startedAtMs: 2, ...refusal })]);
    expect(countChecksOf(store, { hostId: 1, endpoint: null })).toEqual({ kind: 'read', value: { all: 3, changes: 2, failures: 1 } });
    expectConsistent(store);
  });
});

describe('countChecksOf', () => {
  test('counts the checks of a host and of one endpoint; of none there are none', () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 80), checkOf('a.example', 443, refusal), checkOf('a.example', 443), checkOf('b.example', 443)]);
    const count = (port: number | null) => countChecksOf(store, { hostId: 1, endpoint: port === null ? null : { port, transport: 'tcp' } });
    expect(count(null)).toEqual({ kind: 'read', value: { all: 3, changes: 1, failures: 1 } });
    expect(count(443)).toEqual({ kind: 'read', value: { all: 2, changes: 1, failures: 1 } });
    expect(count(8080)).toEqual({ kind: 'read', value: { all: 0, changes: 0, failures: 0 } });
  });
});

describe('findLastSuccess', () => {
  test('finds the last check of the same endpoint that succeeded before', () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('a.example', 80, { startedAtMs: 10 }),
      checkOf('a.example', 80, { startedAtMs: 20 }),
      checkOf('a.example', 443, { startedAtMs: 25 }),
      checkOf('b.example', 80, { startedAtMs: 26 }),
      checkOf('a.example', 80, { startedAtMs: 30, ...refusal }),
      checkOf('a.example', 80, { startedAtMs: 40, ...refusal }),
      checkOf('a.example', 80, { startedAtMs: 50 }),
    ]);
    expect([6, 5, 2, 1, 3, 99].map((id) => findLastSuccess(store, id))).toEqual(
      [2, 2, 1, null, null, null].map((value) => ({ kind: 'read', value })),
    );
  });
});
