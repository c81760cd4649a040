import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addToCase } from '../../../electron/store/cases/add-to-case.ts';
import { closeCase, reopenCase } from '../../../electron/store/cases/close-case.ts';
import { beginMerge, mergeSlice } from '../../../electron/store/hosts/merge-hosts.ts';
import { beginPurge, purgeSlice } from '../../../electron/store/hosts/purge-hosts.ts';
import { removeSlice } from '../../../electron/store/checks/remove-checks.ts';
import { renameHost } from '../../../electron/store/hosts/rename-host.ts';
import { importChecks, saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../electron/store/store.ts';
import { restoreHosts, trashHosts } from '../../../electron/store/hosts/trash.ts';
import type { Writing } from '../../../electron/store/writing.ts';
import type { Check } from '../../../shared/check/check.ts';
import { expectConsistent } from './expect-consistent.ts';
import { openForTest } from './open-for-test.ts';
import { checkOf } from './sample-check.ts';

/** What may happen to a history, in any order. */
type Act = (store: Store) => void;

// Few of everything, so that they meet: two checks in one millisecond, one that comes late, a cancelled one between two others.
const checkArbitrary = fc
  .record({
    host: fc.constantFrom('a.example', 'b.example', 'c.example'),
    port: fc.constantFrom(22, 80),
    outcome: fc.constantFrom<Check['outcome']>('succeeded', 'succeeded', 'refused', 'timed_out', 'cancelled'),
    startedAtMs: fc.integer({ min: 1, max: 12 }),
    vantage: fc.constantFrom('here', 'here', 'customer'),
  })
  .map(({ host, port, ...how }) => checkOf(host, port, how));

const checks = fc.array(checkArbitrary, { minLength: 1, maxLength: 6 });
const hostId = fc.integer({ min: 1, max: 4 });

const act = fc.oneof(
  checks.map(
    (made): Act =>
      (store) =>
        void saveChecks(store, made),
  ),
  checks.map(
    (made): Act =>
      (store) =>
        void importChecks(store, made),
  ),
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 6 })).map(([firstId, more]): Act => (store) => {
    while (done(removeSlice(store, { firstId, lastId: firstId + more })) > 0);
  }),
  fc.tuple(hostId, hostId).map(([from, into]): Act => (store) => {
    beginMerge(store, { hostId: from, intoHostId: into, nowMs: 1 });
    while (done(mergeSlice(store)) !== null);
  }),
  hostId.map(
    (id): Act =>
      (store) =>
        void trashHosts(store, { hostIds: [id], nowMs: 1 }),
  ),
  hostId.map(
    (id): Act =>
      (store) =>
        void restoreHosts(store, [id]),
  ),
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 })).map(([checkId, caseId]): Act => (store) => {
    addToCase(store, { place: { kind: 'check', checkId }, entry: { kind: 'noted', text: 'A note.' }, nowMs: 1 });
    addToCase(store, { place: { kind: 'case', caseId }, entry: { kind: 'checked', checkId }, nowMs: 1 });
  }),
  fc.integer({ min: 1, max: 4 }).map((caseId): Act => (store) => {
    closeCase(store, { caseId, isReminded: true, nowMs: 1 });
    reopenCase(store, caseId - 1);
  }),
  fc.constant<Act>((store) => {
    beginPurge(store, 2);
    while (done(purgeSlice(store)) !== null);
  }),
  hostId.map(
    (id): Act =>
      (store) =>
        void renameHost(store, { hostId: id, host: `renamed${id}.example` }),
  ),
);

describe('a history', () => {
  test('agrees with itself, whatever happens to it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 3, maxLength: 25 }), (acts) => {
        const store = openForTest();
        for (const happens of acts) happens(store);
        expectConsistent(store);
      }),
      { numRuns: 60, seed: 20_261_120 },
    );
  });

  test('agrees with itself while two hosts are being merged and others purged, slice by slice', () => {
    const store = openForTest();
    const made = Array.from({ length: 700 }, (_, index) =>
      checkOf(index % 2 === 0 ? 'a.example' : 'b.example', 22 + (index % 3), {
        outcome: index % 7 === 0 ? 'refused' : 'succeeded',
        startedAtMs: index,
      }),
    );
    saveChecks(store, [...made, ...made.map((check) => ({ ...check, target: { ...check.target, host: 'gone.example' } }))]);
    trashHosts(store, { hostIds: [3], nowMs: 1 });
    beginPurge(store, 2);
    beginMerge(store, { hostId: 1, intoHostId: 2, nowMs: 1 });
    for (let slices = 0; slices < 200; slices += 1) {
      const merged = done(mergeSlice(store));
      const purged = done(purgeSlice(store));
      expectConsistent(store);
      if (merged === null && purged === null) break;
    }
    expect(store.database.prepare('SELECT host, check_count FROM hosts').raw().all()).toEqual([['b.example', 700]]);
  });
});

function done<T>(writing: Writing<T>): T {
  if (writing.kind === 'not_written') throw new Error(`${writing.problem.kind}: ${writing.problem.detail}`);
  return writing.value;
}
