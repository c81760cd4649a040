import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { setDisplayName, setFavourite } from '../../../../electron/store/hosts/host-labels.ts';
import { addNote } from '../../../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../../../electron/store/hosts/host-tags.ts';
import { carryOut } from '../../../../electron/store/in-slices.ts';
import { beginMerge, CHECKS_TO_MERGE, mergeSlice } from '../../../../electron/store/hosts/merge-hosts.ts';
import { readHost } from '../../../../electron/store/hosts/read-host.ts';
import { readStatistics } from '../../../../electron/store/past/read-statistics.ts';
import { renameHost } from '../../../../electron/store/hosts/rename-host.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { addTargets } from '../../../../electron/store/hosts/targets.ts';
import { trashHosts } from '../../../../electron/store/hosts/trash.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

const merge = { hostId: 1, intoHostId: 2, nowMs: 5 };

describe('merging two hosts', () => {
  test('puts the checks of both into one past, in the order of time', async () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('short', 80, { startedAtMs: 1 }),
      checkOf('long.example', 80, { startedAtMs: 2, ...refusal }),
      checkOf('short', 80, { startedAtMs: 3, ...refusal }),
      checkOf('short', 443, { startedAtMs: 4 }),
    ]);
    expect(beginMerge(store, merge)).toEqual({ kind: 'written' });
    await finish(store);
    expect(findHost(store, 'long.example')).toMatchObject({
      value: { id: 2, checkCount: 4, endpointCount: 2, lastOutcome: 'succeeded', lastCheckedAtMs: 4, recent: [{}, {}, {}, {}] },
    });
    expect(store.database.prepare('SELECT id, is_change FROM checks WHERE port = 80 ORDER BY started_at_ms').raw().all()).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    expect(store.database.prepare('SELECT count(*) FROM hosts').pluck().get()).toBe(1);
    expectConsistent(store);
  });

  test('brings names, tags, notes, addresses and endpoints over; what both have, the other one keeps', async () => {
    const store = openForTest();
    saveChecks(store, [checkOf('short', 80), checkOf('long.example', 80)]);
    renameHost(store, { hostId: 1, host: 'renamed' });
    addTargets(store, { targets: [{ host: 'renamed', port: 7, transport: 'udp' }], tags: ['a', 'b'], nowMs: 1 });
    setTags(store, { hostId: 2, tags: ['B', 'c'] });
    setDisplayName(store, { hostId: 1, displayName: 'The one' });
    setFavourite(store, { hostId: 1, isFavourite: true });
    addNote(store, { hostId: 1, text: 'A note', writtenAtMs: 1, editedAtMs: null });
    beginMerge(store, merge);
    await finish(store);
    expect(readHost(store, 2)).toMatchObject({
      value: {
        summary: { displayName: 'The one', isFavourite: true, tags: ['a', 'B', 'c'], endpointCount: 2 },
        formerNames: ['renamed', 'short'],
        addresses: [{}, {}],
        notes: [{ text: 'A note' }],
      },
    });
    expect(findHost(store, 'short')).toMatchObject({ value: { id: 2 } });
    expectConsistent(store);
  });

  test('hides the host at once, and checks of its name made meanwhile go to the other one', async () => {
    const store = openForTest();
    saveChecks(store, [
      ...Array.from({ length: 250 }, (_, index) => checkOf('short', 80, { startedAtMs: index })),
      checkOf('long.example', 80),
    ]);
    beginMerge(store, merge);
    expect(readHost(store, 1)).toEqual({ kind: 'read', value: null });
    saveChecks(store, [checkOf('short', 80, { startedAtMs: 1_000 })]);
    await finish(store);
    expect(findHost(store, 'short')).toMatchObject({ value: { id: 2, checkCount: 252 } });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 252 });
    expectConsistent(store);
  });

  test('takes small steps, tells how far it is, and can be continued later', async () => {
    const store = openForTest();
    saveChecks(store, [
      ...Array.from({ length: 350 }, (_, index) => checkOf('short', 80, { startedAtMs: index })),
      checkOf('long.example', 80),
    ]);
    beginMerge(store, merge);
    const stop = new AbortController();
    let turns = 0;
    const others = (async () => {
      for (; !stop.signal.aborted; turns += 1) await setImmediate();
    })();
    const progress = [];
    for await (const step of carryOut(store, { slice: mergeSlice, countLeft: CHECKS_TO_MERGE }, stop.signal)) {
      progress.push(step);
      if (progress.length === 2) stop.abort();
    }
    await others;
    expect(progress).toEqual([
      { kind: 'progress', doneCount: 100, totalCount: 350 },
      { kind: 'progress', doneCount: 200, totalCount: 350 },
    ]);
    expect(turns).toBeGreaterThan(0);
    await finish(store);
    expect(findHost(store, 'long.example')).toMatchObject({ value: { checkCount: 351 } });
  });

  test('leaves nothing behind when the one it goes to is itself merged meanwhile', async () => {
    const store = openForTest();
    saveChecks(
      store,
      ['one.example', 'two.example', 'three.example'].map((host) => checkOf(host, 80)),
    );
    beginMerge(store, merge);
    beginMerge(store, { hostId: 2, intoHostId: 3, nowMs: 6 });
    await finish(store);
    for (const name of ['one.example', 'two.example', 'three.example']) {
      expect(findHost(store, name)).toMatchObject({ value: { id: 3, checkCount: 3 } });
    }
    expectConsistent(store);
  });

  test('makes the statistics those of both', async () => {
    const store = openForTest();
    const half = (host: string, odd: number) =>
      Array.from({ length: 1_200 }, (_, index) => checkOf(host, 80, { startedAtMs: (2 * index + odd) * 60_000 }));
    saveChecks(store, [...half('short', 0), ...half('long.example', 1)]);
    const span = { hostId: 2, port: 80, transport: 'tcp', fromMs: null, toMs: null } as const;
    expect(await readStatistics(store, span)).toMatchObject({ value: { checkCount: 1_200 } });
    beginMerge(store, merge);
    await finish(store);
    expect(await readStatistics(store, span)).toMatchObject({ value: { checkCount: 2_400, longestUp: { checkCount: 2_400 } } });
  });

  test.each([
    ['with itself', 2, 2],
    ['that is in the trash', 3, 2],
    ['into one that is in the trash', 2, 3],
    ['that is not there', 9, 2],
  ])('does nothing to a host %s', (_, hostId, intoHostId) => {
    const store = openForTest();
    saveChecks(
      store,
      ['a.example', 'b.example', 'c.example'].map((host) => checkOf(host, 80)),
    );
    trashHosts(store, { hostIds: [3], nowMs: 1 });
    expect(beginMerge(store, { hostId, intoHostId, nowMs: 1 })).toEqual({ kind: 'gone' });
  });
});

async function finish(store: Store): Promise<void> {
  for await (const _step of carryOut(store, { slice: mergeSlice, countLeft: CHECKS_TO_MERGE }, new AbortController().signal));
}
