import { describe, expect, test } from 'vitest';

import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { listHosts } from '../../../../electron/store/hosts/list-hosts.ts';
import { setDisplayName, setFavourite } from '../../../../electron/store/hosts/host-labels.ts';
import { addNote, removeNote } from '../../../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../../../electron/store/hosts/host-tags.ts';
import { renameHost } from '../../../../electron/store/hosts/rename-host.ts';
import { saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { addTargets } from '../../../../electron/store/hosts/targets.ts';
import { trashHosts } from '../../../../electron/store/hosts/trash.ts';
import type { HostSummary } from '../../../../shared/history/host.ts';
import type { HostsWanted } from '../../../../shared/history/hosts-wanted.ts';
import { openForTest } from '../open-for-test.ts';
import { checkOf, refusal, sampleCheck } from '../sample-check.ts';

describe('listHosts', () => {
  test('is empty in a new history', () => {
    expect(listHosts(openForTest(), { limit: 10 })).toEqual({ kind: 'listed', rows: [], unreadableCount: 0, totalCount: 0 });
  });

  test('shows a host with its newest outcome, its endpoints by port and its strip, oldest first', () => {
    const store = openForTest();
    saveCheck(store, checkOf('ftp.example.com', 80, { startedAtMs: 1_000, durationMs: 1 }));
    saveCheck(store, checkOf('ftp.example.com', 21, { startedAtMs: 2_000, durationMs: 2 }));
    saveCheck(store, sampleCheck({ target: { host: 'ftp.example.com', port: 53, transport: 'udp' }, startedAtMs: 3_000, durationMs: 3 }));
    saveCheck(store, checkOf('ftp.example.com', 53, { startedAtMs: 4_000, durationMs: 4 }));
    saveCheck(store, checkOf('ftp.example.com', 21, { ...refusal, startedAtMs: 5_000, durationMs: 5 }));
    expect(hostsOf(store)).toEqual([
      {
        id: 1,
        host: 'ftp.example.com',
        displayName: null,
        isFavourite: false,
        tags: [],
        lastOutcome: 'refused',
        lastCheckedAtMs: 5_000,
        checkCount: 5,
        endpointCount: 4,
        endpoints: [
          { port: 21, transport: 'tcp', lastOutcome: 'refused', lastCheckedAtMs: 5_000 },
          { port: 53, transport: 'tcp', lastOutcome: 'succeeded', lastCheckedAtMs: 4_000 },
          { port: 53, transport: 'udp', lastOutcome: 'succeeded', lastCheckedAtMs: 3_000 },
          { port: 80, transport: 'tcp', lastOutcome: 'succeeded', lastCheckedAtMs: 1_000 },
        ],
        recent: [
          { outcome: 'succeeded', durationMs: 1 },
          { outcome: 'succeeded', durationMs: 2 },
          { outcome: 'succeeded', durationMs: 3 },
          { outcome: 'succeeded', durationMs: 4 },
          { outcome: 'refused', durationMs: 5 },
        ],
      },
    ]);
  });

  test('lists the host checked last first, and no more than asked for', () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('a.example', 1, { startedAtMs: 3_000 }),
      checkOf('b.example', 1, { startedAtMs: 1_000 }),
      checkOf('c.example', 1, { startedAtMs: 2_000 }),
    ]);
    expect(hostsOf(store).map((row) => row.host)).toEqual(['a.example', 'c.example', 'b.example']);
    expect(hostsOf(store, 2).map((row) => row.host)).toEqual(['a.example', 'c.example']);
  });

  test('cuts the strip to the newest 15', () => {
    const store = openForTest();
    saveChecks(
      store,
      Array.from({ length: 40 }, (_, index) => checkOf('a.example', 1, { durationMs: index })),
    );
    expect(hostsOf(store)[0]?.recent.map((cell) => cell.durationMs)).toEqual([25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  });

  test('of the many endpoints of a scan it shows the ones that answered first', () => {
    const store = openForTest();
    const open = new Set([22, 443, 900]);
    saveChecks(
      store,
      Array.from({ length: 1_000 }, (_, index) => checkOf('scan.example', index + 1, open.has(index + 1) ? {} : refusal)),
    );
    const [host] = hostsOf(store);
    expect(host?.endpointCount).toBe(1_000);
    expect(host?.endpoints.map((endpoint) => endpoint.port)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 22, 443, 900,
    ]);
  });

  test('leaves out a host, an endpoint or a cell that does not fit, and keeps the rest', () => {
    const store = openForTest();
    saveChecks(store, [checkOf('good.example', 1), checkOf('good.example', 2), checkOf('bad.example', 1)]);
    store.database.exec(`
      UPDATE hosts SET host = 'Not A Host' WHERE host = 'bad.example';
      UPDATE endpoints SET last_outcome = 'exploded' WHERE host_id = 1 AND port = 2;
      UPDATE checks SET outcome = 'exploded' WHERE host_id = 1 AND port = 1`);
    const listing = listHosts(store, { limit: 10 });
    expect(listing).toMatchObject({ kind: 'listed', unreadableCount: 1, rows: [{ host: 'good.example', endpointCount: 2 }] });
    expect(hostsOf(store)[0]?.endpoints.map((endpoint) => endpoint.port)).toEqual([1]);
    expect(hostsOf(store)[0]?.recent).toHaveLength(1);
  });

  test('a table that is gone is a value, not an exception', () => {
    const store = openForTest();
    store.database.exec('DROP TABLE endpoints');
    saveCheck(store, sampleCheck());
    store.database.exec("INSERT INTO hosts (id, host, kind, created_at_ms, check_count) VALUES (1, 'a.example', 'name', 1, 0)");
    expect(listHosts(store, { limit: 10 })).toMatchObject({ kind: 'unreadable', problem: { kind: 'failed', path: store.path } });
  });
});

describe('searching hosts', () => {
  test.each([
    ['mail', ['mail.example.com']],
    ['MAIL', ['mail.example.com']],
    ['example com', ['mail.example.com', 'db.example.com']],
    ['com example', ['mail.example.com', 'db.example.com']],
    ['com mail', ['mail.example.com']],
    ['  ', ['mail.example.com', '192.0.2.7', 'xn--bcher-kva.example', 'db.example.com']],
    ['bücher', ['xn--bcher-kva.example']],
    ['203.0.113.96', ['mail.example.com', 'db.example.com']],
    ['2.0.2.7', ['192.0.2.7']],
    ['%', []],
    ['nothing like it', []],
  ])('%j finds %j', (text, hosts) => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('db.example.com', 1, { startedAtMs: 1 }),
      checkOf('xn--bcher-kva.example', 1, { startedAtMs: 2, resolution: null }),
      checkOf('192.0.2.7', 1, { startedAtMs: 3, resolution: null }),
      checkOf('mail.example.com', 1, { startedAtMs: 4 }),
    ]);
    expect(namesOf(listed(store, { text }))).toEqual(hosts);
  });

  test('looks at display names, tags and notes, and follows them as they change', () => {
    const store = threeHosts();
    setDisplayName(store, { hostId: 1, displayName: 'Drucker ÖG' });
    setTags(store, { hostId: 2, tags: ['Site Leeds', 'printers'] });
    const note = addNote(store, { hostId: 3, text: 'Replaced the power supply', writtenAtMs: 1, editedAtMs: null });
    expect(namesOf(listed(store, { text: 'ög' }))).toEqual(['a.example']);
    expect(namesOf(listed(store, { text: 'leeds print' }))).toEqual(['b.example']);
    expect(namesOf(listed(store, { text: 'power SUPPLY' }))).toEqual(['c.example']);
    setDisplayName(store, { hostId: 1, displayName: null });
    setTags(store, { hostId: 2, tags: [] });
    removeNote(store, note.kind === 'written' ? note.id : 0);
    for (const text of ['ög', 'leeds', 'power']) expect(namesOf(listed(store, { text }))).toEqual([]);
  });

  test('finds no text across two labels', () => {
    const store = threeHosts();
    setTags(store, { hostId: 1, tags: ['ab', 'cd'] });
    expect(namesOf(listed(store, { text: 'abcd' }))).toEqual([]);
  });

  test('takes a host for its newest outcome too, when the text is a word for it', () => {
    const store = threeHosts();
    saveCheck(store, checkOf('b.example', 1, { ...refusal, startedAtMs: 9 }));
    expect(namesOf(listed(store, { text: 'refused', outcomes: ['refused'] }))).toEqual(['b.example']);
    expect(namesOf(listed(store, { text: 'c.ex', outcomes: ['refused'] }))).toEqual(['b.example', 'c.example']);
    expect(namesOf(listed(store, { text: '', outcomes: ['refused'] }))).toHaveLength(3);
  });

  test('keeps to a tag, and to favourites', () => {
    const store = threeHosts();
    setTags(store, { hostId: 1, tags: ['Printers'] });
    setFavourite(store, { hostId: 3, isFavourite: true });
    expect(namesOf(listed(store, { tag: 'printers' }))).toEqual(['a.example']);
    expect(namesOf(listed(store, { favouritesOnly: true }))).toEqual(['c.example']);
    expect(namesOf(listed(store, { tag: 'printers', favouritesOnly: true }))).toEqual([]);
  });

  test('counts the whole list and gives any part of it', () => {
    const store = openForTest();
    saveChecks(
      store,
      Array.from({ length: 30 }, (_, index) => checkOf(`host${index}.example`, 1, { startedAtMs: index })),
    );
    const part = listed(store, { offset: 10, limit: 3 });
    expect(part).toMatchObject({ totalCount: 30 });
    expect(namesOf(part)).toEqual(['host19.example', 'host18.example', 'host17.example']);
    expect(listed(store, { text: 'host1', limit: 3 })).toMatchObject({ totalCount: 11, rows: [{}, {}, {}] });
    expect(listed(store, { offset: 30 })).toMatchObject({ totalCount: 30, rows: [] });
  });
});

describe('the order of hosts', () => {
  test.each([
    ['last_check', ['d.example', 'c.example', 'b.example', 'a.example', 'e.example']],
    ['name', ['d.example', 'b.example', 'c.example', 'e.example', 'a.example']],
    ['outcome', ['d.example', 'a.example', 'c.example', 'b.example', 'e.example']],
    ['check_count', ['d.example', 'b.example', 'c.example', 'a.example', 'e.example']],
  ] as const)('by %s, favourites first', (order, hosts) => {
    const store = openForTest();
    addTargets(store, { targets: [{ host: 'e.example', port: 1, transport: 'tcp' }], tags: [], nowMs: 100 });
    saveChecks(store, [
      checkOf('a.example', 1, { ...refusal, startedAtMs: 1 }),
      checkOf('b.example', 1, { startedAtMs: 2 }),
      checkOf('b.example', 1, { startedAtMs: 2 }),
      checkOf('c.example', 1, { startedAtMs: 3 }),
      checkOf('d.example', 1, { startedAtMs: 4 }),
    ]);
    setFavourite(store, { hostId: 5, isFavourite: true });
    setDisplayName(store, { hostId: 2, displayName: 'Zebra' });
    expect(namesOf(listed(store, { order }))).toEqual(hosts);
  });
});

describe('findHost', () => {
  test('finds a host by its name, whole', () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 1), checkOf('b.example', 1)]);
    expect(findHost(store, 'a.example')).toEqual({ kind: 'read', value: hostsOf(store).find((host) => host.host === 'a.example') });
  });

  test('finds it by a name it had before', () => {
    const store = threeHosts();
    renameHost(store, { hostId: 2, host: 'new.example' });
    expect(findHost(store, 'b.example')).toMatchObject({ value: { id: 2, host: 'new.example' } });
    expect(findHost(store, 'new.example')).toMatchObject({ value: { id: 2 } });
  });

  test('gives null for a host in the trash', () => {
    const store = threeHosts();
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    expect(findHost(store, 'b.example')).toEqual({ kind: 'read', value: null });
  });

  test('gives null for a host never checked', () => {
    expect(findHost(openForTest(), 'a.example')).toEqual({ kind: 'read', value: null });
  });

  test('says that a row which does not fit is damaged', () => {
    const store = openForTest();
    saveCheck(store, checkOf('a.example', 1));
    store.database.exec("UPDATE hosts SET last_outcome = 'exploded'");
    expect(findHost(store, 'a.example')).toMatchObject({ kind: 'unreadable', problem: { kind: 'damaged', path: store.path } });
  });
});

function hostsOf(store: Store, limit = 100): readonly HostSummary[] {
  return listed(store, { limit }).rows;
}

function listed(store: Store, wanted: Partial<HostsWanted>) {
  const listing = listHosts(store, { limit: 100, ...wanted });
  if (listing.kind === 'unreadable') throw new Error(listing.problem.detail);
  return listing;
}

function namesOf({ rows }: { readonly rows: readonly HostSummary[] }): readonly string[] {
  return rows.map(({ host }) => host);
}

/** a, b and c, checked in this order, each with addresses of its own. */
function threeHosts(): Store {
  const store = openForTest();
  saveChecks(
    store,
    ['a', 'b', 'c'].map((name, index) => checkOf(`${name}.example`, 1, { startedAtMs: 3 - index, resolution: null })),
  );
  return store;
}
