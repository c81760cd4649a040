import { describe, expect, test } from 'vitest';

import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { setDisplayName, setFavourite } from '../../../../electron/store/hosts/host-labels.ts';
import { addNote, editNote, removeNote } from '../../../../electron/store/hosts/host-notes.ts';
import { listTags, setTags } from '../../../../electron/store/hosts/host-tags.ts';
import { readHost } from '../../../../electron/store/hosts/read-host.ts';
import { renameHost } from '../../../../electron/store/hosts/rename-host.ts';
import { saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { addTargets, listTargets } from '../../../../electron/store/hosts/targets.ts';
import { trashHosts } from '../../../../electron/store/hosts/trash.ts';
import type { HostDetails } from '../../../../shared/history/host-details.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { fileIn, openForTest, temporaryFolder } from '../open-for-test.ts';
import { checkOf, refusal } from '../sample-check.ts';

const gone = { kind: 'gone' };
const written = { kind: 'written' };

describe('what a person says about a host', () => {
  test('is kept and shown on its page', () => {
    const store = storeOf('a.example');
    expect(setFavourite(store, { hostId: 1, isFavourite: true })).toEqual(written);
    expect(setDisplayName(store, { hostId: 1, displayName: 'The printer' })).toEqual(written);
    expect(setTags(store, { hostId: 1, tags: ['office', 'Leeds', 'leeds'] })).toEqual(written);
    expect(addNote(store, { hostId: 1, text: 'First.', writtenAtMs: 10, editedAtMs: null })).toEqual({ kind: 'written', id: 1 });
    expect(addNote(store, { hostId: 1, text: 'Second.', writtenAtMs: 20, editedAtMs: null })).toEqual({ kind: 'written', id: 2 });
    expect(editNote(store, { noteId: 1, text: 'First, corrected.', nowMs: 30 })).toEqual(written);
    expect(details(store, 1)).toMatchObject({
      summary: { host: 'a.example', displayName: 'The printer', isFavourite: true, tags: ['Leeds', 'office'] },
      formerNames: [],
      addresses: [{ address: '2001:db8::96' }, { address: '203.0.113.96' }],
      notes: [
        { id: 2, text: 'Second.', writtenAtMs: 20, editedAtMs: null },
        { id: 1, text: 'First, corrected.', writtenAtMs: 10, editedAtMs: 30 },
      ],
    });
  });

  test('can be taken back', () => {
    const store = storeOf('a.example');
    setFavourite(store, { hostId: 1, isFavourite: true });
    setDisplayName(store, { hostId: 1, displayName: 'x' });
    addNote(store, { hostId: 1, text: 'x', writtenAtMs: 1, editedAtMs: null });
    setFavourite(store, { hostId: 1, isFavourite: false });
    setDisplayName(store, { hostId: 1, displayName: null });
    expect(removeNote(store, 1)).toEqual(written);
    expect(details(store, 1)).toMatchObject({ summary: { displayName: null, isFavourite: false }, notes: [] });
  });

  test('comes back after it was removed as it was, with both its times', () => {
    const store = storeOf('a.example');
    addNote(store, { hostId: 1, text: 'x', writtenAtMs: 10, editedAtMs: null });
    editNote(store, { noteId: 1, text: 'y', nowMs: 30 });
    const before = details(store, 1);
    removeNote(store, 1);
    addNote(store, { hostId: 1, text: 'y', writtenAtMs: 10, editedAtMs: 30 });
    expect(details(store, 1)).toMatchObject({ notes: [{ text: 'y', writtenAtMs: 10, editedAtMs: 30 }] });
    expect(before).toMatchObject({ notes: [{ text: 'y', writtenAtMs: 10, editedAtMs: 30 }] });
  });

  test('is not kept for a host or a note that is not there', () => {
    const store = storeOf('a.example', 'b.example');
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    for (const hostId of [2, 99]) {
      expect(setFavourite(store, { hostId, isFavourite: true })).toEqual(gone);
      expect(setDisplayName(store, { hostId, displayName: 'x' })).toEqual(gone);
      expect(setTags(store, { hostId, tags: ['x'] })).toEqual(gone);
      expect(addNote(store, { hostId, text: 'x', writtenAtMs: 1, editedAtMs: null })).toEqual(gone);
      expect(renameHost(store, { hostId, host: 'x.example' })).toEqual(gone);
      expect(readHost(store, hostId)).toEqual({ kind: 'read', value: null });
    }
    expect(editNote(store, { noteId: 9, text: 'x', nowMs: 1 })).toEqual(gone);
    expect(removeNote(store, 9)).toEqual(gone);
  });

  test('says "locked" while another process holds the write lock, and changes nothing', () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('a.example', 1));
    const other = openForTest(folder);
    store.database.pragma('busy_timeout = 20');
    other.database.exec('BEGIN IMMEDIATE');
    expect(setTags(store, { hostId: 1, tags: ['x'] })).toMatchObject({
      kind: 'not_written',
      problem: { kind: 'locked', path: fileIn(folder) },
    });
    other.database.exec('ROLLBACK');
    expect(details(store, 1).summary.tags).toEqual([]);
  });
});

describe('listTags', () => {
  test('counts the hosts of each tag, without those in the trash', () => {
    const store = storeOf('a.example', 'b.example', 'c.example');
    setTags(store, { hostId: 1, tags: ['office', 'Leeds'] });
    setTags(store, { hostId: 2, tags: ['office'] });
    setTags(store, { hostId: 3, tags: ['office', 'old'] });
    trashHosts(store, { hostIds: [3], nowMs: 1 });
    expect(listTags(store)).toEqual({
      kind: 'listed',
      unreadableCount: 0,
      rows: [
        { tag: 'Leeds', hostCount: 1 },
        { tag: 'office', hostCount: 2 },
      ],
    });
  });
});

describe('addTargets', () => {
  const tcp = (host: string, port: number) => ({ host, port, transport: 'tcp' }) as const;

  test('adds hosts and endpoints that were never checked, and tags them', () => {
    const store = openForTest();
    const targets = [tcp('a.example', 80), tcp('a.example', 443), tcp('a.example', 80), tcp('192.0.2.1', 22)];
    expect(addTargets(store, { targets, tags: ['new'], nowMs: 5 })).toEqual({ kind: 'written', newHostCount: 2, newEndpointCount: 3 });
    expect(details(store, 1).summary).toMatchObject({
      host: 'a.example',
      tags: ['new'],
      lastOutcome: null,
      lastCheckedAtMs: null,
      checkCount: 0,
      endpointCount: 2,
      endpoints: [
        { port: 80, transport: 'tcp', lastOutcome: null, lastCheckedAtMs: null },
        { port: 443, transport: 'tcp', lastOutcome: null, lastCheckedAtMs: null },
      ],
      recent: [],
    });
    saveCheck(store, checkOf('a.example', 80, { startedAtMs: 7 }));
    expect(details(store, 1).summary).toMatchObject({ lastOutcome: 'succeeded', lastCheckedAtMs: 7, checkCount: 1 });
    expectConsistent(store);
  });

  test('leaves known ones as they are, and takes them back from the trash', () => {
    const store = storeOf('a.example');
    setTags(store, { hostId: 1, tags: ['old'] });
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    const added = addTargets(store, { targets: [tcp('a.example', 1), tcp('a.example', 2)], tags: ['new'], nowMs: 5 });
    expect(added).toEqual({ kind: 'written', newHostCount: 0, newEndpointCount: 1 });
    expect(details(store, 1).summary).toMatchObject({ tags: ['new', 'old'], checkCount: 1, endpointCount: 2 });
  });
});

describe('listTargets', () => {
  test('gives every endpoint of the hosts with a tag', () => {
    const store = storeOf('a.example', 'b.example');
    saveCheck(store, checkOf('a.example', 443, refusal));
    setTags(store, { hostId: 1, tags: ['office'] });
    expect(listTargets(store, 'OFFICE')).toEqual({
      kind: 'listed',
      unreadableCount: 0,
      rows: [
        { hostId: 1, target: { host: 'a.example', port: 1, transport: 'tcp' }, lastOutcome: 'succeeded' },
        { hostId: 1, target: { host: 'a.example', port: 443, transport: 'tcp' }, lastOutcome: 'refused' },
      ],
    });
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    expect(listTargets(store, 'office')).toMatchObject({ rows: [] });
  });
});

describe('renameHost', () => {
  test('changes the name and keeps the checks of the former one with the host', () => {
    const store = storeOf('a.example');
    expect(renameHost(store, { hostId: 1, host: '192.0.2.7' })).toEqual(written);
    saveCheck(store, checkOf('a.example', 2));
    saveCheck(store, checkOf('192.0.2.7', 3));
    expect(details(store, 1)).toMatchObject({ summary: { host: '192.0.2.7', checkCount: 3 }, formerNames: ['a.example'] });
    expect(store.database.prepare('SELECT kind FROM hosts').pluck().all()).toEqual(['address']);
  });

  test('can be taken back, and the name in between is a former one then', () => {
    const store = storeOf('a.example');
    renameHost(store, { hostId: 1, host: 'b.example' });
    expect(renameHost(store, { hostId: 1, host: 'a.example' })).toEqual(written);
    expect(renameHost(store, { hostId: 1, host: 'a.example' })).toEqual(written);
    expect(details(store, 1)).toMatchObject({ summary: { host: 'a.example' }, formerNames: ['b.example'] });
  });

  test('says which host has the name already, or had it', () => {
    const store = storeOf('a.example', 'b.example');
    expect(renameHost(store, { hostId: 1, host: 'b.example' })).toEqual({ kind: 'name_taken', hostId: 2 });
    renameHost(store, { hostId: 2, host: 'c.example' });
    expect(renameHost(store, { hostId: 1, host: 'b.example' })).toEqual({ kind: 'name_taken', hostId: 2 });
    expect(details(store, 1).summary.host).toBe('a.example');
  });
});

/** Hosts with one check each, numbered from 1. */
function storeOf(...hosts: readonly string[]): Store {
  const store = openForTest();
  saveChecks(
    store,
    hosts.map((host) => checkOf(host, 1)),
  );
  return store;
}

function details(store: Store, hostId: number): HostDetails {
  const reading = readHost(store, hostId);
  if (reading.kind === 'unreadable' || reading.value === null) throw new Error('There is no such host.');
  expect(findHost(store, reading.value.summary.host)).toEqual({ kind: 'read', value: reading.value.summary });
  return reading.value;
}
