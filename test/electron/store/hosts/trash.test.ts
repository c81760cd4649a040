import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { addNote } from '../../../../electron/store/hosts/host-notes.ts';
import { carryOut } from '../../../../electron/store/in-slices.ts';
import type { Progress } from '../../../../electron/store/in-slices.ts';
import { listHosts } from '../../../../electron/store/hosts/list-hosts.ts';
import { beginPurge, CHECKS_TO_PURGE, purgeSlice } from '../../../../electron/store/hosts/purge-hosts.ts';
import { readHost } from '../../../../electron/store/hosts/read-host.ts';
import { readTimeline } from '../../../../electron/store/past/read-timeline.ts';
import { renameHost } from '../../../../electron/store/hosts/rename-host.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { listTrash, restoreHosts, trashHosts } from '../../../../electron/store/hosts/trash.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf } from '../sample-check.ts';

describe('the trash', () => {
  test('takes hosts out of every list and count, and gives them back whole', () => {
    const store = storeOfThree();
    addNote(store, { hostId: 2, text: 'Keep me', writtenAtMs: 1, editedAtMs: null });
    const before = [readHost(store, 2), listHosts(store, { limit: 10 }), countChecks(store)];
    expect(trashHosts(store, { hostIds: [2, 3], nowMs: 77 })).toEqual({ kind: 'written' });
    expect(listHosts(store, { limit: 10 })).toMatchObject({ totalCount: 1, rows: [{ host: 'a.example' }] });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 2 });
    expect(listTrash(store)).toEqual({
      kind: 'listed',
      unreadableCount: 0,
      rows: [
        { id: 3, host: 'c.example', displayName: null, checkCount: 2, trashedAtMs: 77 },
        { id: 2, host: 'b.example', displayName: null, checkCount: 2, trashedAtMs: 77 },
      ],
    });
    expect(restoreHosts(store, [2, 3])).toEqual({ kind: 'written' });
    expect([readHost(store, 2), listHosts(store, { limit: 10 }), countChecks(store)]).toEqual(before);
    expect(listTrash(store)).toMatchObject({ rows: [] });
  });

  test('gives a host back with its past when it is checked again', () => {
    const store = storeOfThree();
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    saveChecks(store, [checkOf('b.example', 80)]);
    expect(findHost(store, 'b.example')).toMatchObject({ value: { id: 2, checkCount: 3 } });
  });

  test('says that there is nothing to delete or to give back', () => {
    const store = storeOfThree();
    expect(restoreHosts(store, [1])).toEqual({ kind: 'gone' });
    expect(trashHosts(store, { hostIds: [9], nowMs: 1 })).toEqual({ kind: 'gone' });
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    expect(trashHosts(store, { hostIds: [1], nowMs: 2 })).toEqual({ kind: 'gone' });
    expect(listTrash(store)).toMatchObject({ rows: [{ trashedAtMs: 1 }] });
  });
});

describe('purging', () => {
  test('removes everything of what was deleted before a moment, and nothing else', async () => {
    const store = storeOfThree();
    saveChecks(
      store,
      Array.from({ length: 1_500 }, (_, index) => checkOf('b.example', 1 + (index % 2), { startedAtMs: index * 1_000_000 })),
    );
    await readTimeline(store, { hostId: 2, port: 1, transport: 'tcp', fromMs: null, toMs: null, cellCount: 5 });
    addNote(store, { hostId: 2, text: 'The secret note', writtenAtMs: 1, editedAtMs: null });
    trashHosts(store, { hostIds: [2], nowMs: 10 });
    trashHosts(store, { hostIds: [3], nowMs: 20 });
    const progress = await purge(store, 20);
    expect(progress.at(-1)).toEqual({ kind: 'progress', doneCount: 1_502, totalCount: 1_502 });
    expect(store.database.prepare('SELECT id FROM hosts').pluck().all()).toEqual([1, 3]);
    for (const table of ['checks', 'endpoints', 'host_notes', 'host_addresses', 'check_digests']) {
      expect(store.database.prepare(`SELECT count(*) FROM ${table} WHERE host_id = 2`).pluck().get()).toBe(0);
    }
    expect(restoreHosts(store, [2])).toEqual({ kind: 'gone' });
    expect(restoreHosts(store, [3])).toEqual({ kind: 'written' });
    expectConsistent(store);
  });

  test('cannot be taken back once begun; a check made then begins a new host', async () => {
    const store = storeOfThree();
    renameHost(store, { hostId: 2, host: 'renamed.example' });
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    beginPurge(store, 2);
    expect(listTrash(store)).toMatchObject({ rows: [] });
    expect(restoreHosts(store, [2])).toEqual({ kind: 'gone' });
    saveChecks(store, [checkOf('b.example', 80), checkOf('renamed.example', 80)]);
    await purge(store, 2);
    expect(findHost(store, 'b.example')).toMatchObject({ value: { id: 4, checkCount: 1 } });
    expect(findHost(store, 'renamed.example')).toMatchObject({ value: { id: 5, checkCount: 1 } });
    expectConsistent(store);
  });

  test('leaves no trace of the text in the file', async () => {
    const store = storeOfThree();
    addNote(store, { hostId: 2, text: 'passphrase-of-the-safe', writtenAtMs: 1, editedAtMs: null });
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    await purge(store, 2);
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    expect(store.database.serialize().includes('passphrase-of-the-safe')).toBe(false);
  });
});

async function purge(store: Store, trashedBeforeMs: number): Promise<readonly Progress[]> {
  beginPurge(store, trashedBeforeMs);
  const progress: Progress[] = [];
  for await (const step of carryOut(store, { slice: purgeSlice, countLeft: CHECKS_TO_PURGE }, new AbortController().signal))
    progress.push(step);
  return progress;
}

/** a, b and c with two checks each. */
function storeOfThree(): Store {
  const store = openForTest();
  saveChecks(
    store,
    ['a', 'b', 'c', 'a', 'b', 'c'].map((name, index) => checkOf(`${name}.example`, 80, { startedAtMs: index })),
  );
  return store;
}
