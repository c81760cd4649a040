import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { listHosts } from '../../../../electron/store/hosts/list-hosts.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { openForTest, temporaryFolder } from '../open-for-test.ts';
import { attempt, checkOf, refusal, sampleCheck } from '../sample-check.ts';

describe('saveCheck', () => {
  test('gives each check the next number and keeps it whole', () => {
    const store = openForTest();
    const refused = sampleCheck(refusal);
    expect(saveCheck(store, sampleCheck())).toEqual({ kind: 'saved', id: 1 });
    expect(saveCheck(store, refused)).toEqual({ kind: 'saved', id: 2 });
    expect(readCheck(store, 1)).toEqual({ kind: 'read', value: sampleCheck({ id: 1 }) });
    expect(readCheck(store, 2)).toEqual({ kind: 'read', value: { ...refused, id: 2 } });
  });

  test('never gives a number twice, even when the newest check was deleted', () => {
    const store = openForTest();
    saveCheck(store, sampleCheck());
    saveCheck(store, sampleCheck());
    store.database.exec('DELETE FROM checks WHERE id = 2');
    expect(saveCheck(store, sampleCheck())).toEqual({ kind: 'saved', id: 3 });
  });

  test('repeats what is searched for in columns beside the document', () => {
    const store = openForTest();
    store.database.exec(`
      INSERT INTO hosts (host, kind, created_at_ms, check_count) VALUES ('ftp.example.com', 'name', 1, 0);
      INSERT INTO cases (host_id, port, transport, title, opened_at_ms, last_entry_at_ms) VALUES (1, 21, 'tcp', 'Ticket 1', 1, 1)`);
    saveCheck(store, sampleCheck({ ...refusal, caseId: 1, vantage: 'the customer' }));
    expect(store.database.prepare('SELECT * FROM checks').get()).toEqual({
      id: 1,
      host_id: 1,
      port: 21,
      transport: 'tcp',
      outcome: 'refused',
      started_at_ms: 1_795_000_000_000,
      duration_ms: 41.25,
      vantage: 'the customer',
      case_id: 1,
      address: '203.0.113.96',
      reply_ms: 2,
      system_code: 'ECONNREFUSED',
      came_back: null,
      heard: null,
      is_change: 0,
      resolve_ms: 3,
      connect_ms: 12.5,
      handshake_ms: null,
      greeting_ms: 20,
      request_ms: null,
    });
    expect(store.database.prepare('SELECT check_id, version FROM check_documents').get()).toEqual({ check_id: 1, version: 1 });
  });

  test('says so when the case does not exist, and keeps nothing of the check', () => {
    const store = openForTest();
    expect(saveCheck(store, sampleCheck({ caseId: 7 }))).toMatchObject({ kind: 'not_saved', problem: { kind: 'failed' } });
    expect(listHosts(store, { limit: 10 })).toEqual({ kind: 'listed', rows: [], unreadableCount: 0, totalCount: 0 });
  });

  test('a name and an address are two hosts', () => {
    const store = openForTest();
    for (const host of ['ftp.example.com', '203.0.113.96', '2001:db8::96', 'fe80::1%eth0']) saveCheck(store, checkOf(host, 21));
    expect(store.database.prepare('SELECT host, kind FROM hosts ORDER BY id').raw().all()).toEqual([
      ['ftp.example.com', 'name'],
      ['203.0.113.96', 'address'],
      ['2001:db8::96', 'address'],
      ['fe80::1%eth0', 'address'],
    ]);
  });

  test('links a name to what resolving showed, first and last seen', () => {
    const store = openForTest();
    const { resolution } = sampleCheck();
    if (resolution === null) throw new Error('The sample was resolved.');
    saveCheck(store, sampleCheck({ startedAtMs: 1_000 }));
    saveCheck(
      store,
      sampleCheck({ startedAtMs: 2_000, resolution: { ...resolution, addresses: [{ address: '203.0.113.96', family: 4 }] } }),
    );
    expect(
      store.database.prepare('SELECT address, first_seen_at_ms, last_seen_at_ms FROM host_addresses ORDER BY address DESC').raw().all(),
    ).toEqual([
      ['203.0.113.96', 1_000, 2_000],
      ['2001:db8::96', 1_000, 1_000],
    ]);
  });

  test('links nothing when an address was typed, or nothing was resolved', () => {
    const store = openForTest();
    const literal = {
      source: 'literal',
      addresses: [{ address: '203.0.113.96', family: 4 }],
      systemCode: null,
      servers: [],
      answers: [],
      control: null,
    } as const;
    saveCheck(
      store,
      checkOf('203.0.113.96', 21, { resolution: { ...literal, addresses: [...literal.addresses], servers: [], answers: [] } }),
    );
    saveCheck(store, sampleCheck({ resolution: null, addresses: [attempt()] }));
    expect(store.database.prepare('SELECT count(*) FROM host_addresses').pluck().get()).toBe(0);
  });

  test('says "locked" while another process holds the write lock, and saves when it is free', () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const other = openForTest(folder);
    store.database.pragma('busy_timeout = 20');
    other.database.exec('BEGIN IMMEDIATE');
    expect(saveCheck(store, sampleCheck())).toMatchObject({ kind: 'not_saved', problem: { kind: 'locked' } });
    other.database.exec('ROLLBACK');
    expect(saveCheck(store, sampleCheck())).toEqual({ kind: 'saved', id: 1 });
  });

  test('says "disk full" when it is, keeps what was acknowledged, and saves again when there is room', () => {
    const store = openForTest();
    const pages = Number(store.database.pragma('page_count', { simple: true }));
    store.database.pragma(`max_page_count = ${pages + 4}`);
    const saved = Array.from({ length: 50 }, () => saveCheck(store, sampleCheck()));
    const acknowledged = saved.filter((one) => one.kind === 'saved');
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(saved.at(-1)).toMatchObject({ kind: 'not_saved', problem: { kind: 'disk_full' } });
    expect(countChecks(store)).toEqual({ kind: 'read', value: acknowledged.length });
    store.database.pragma('max_page_count = 100000');
    expect(saveCheck(store, sampleCheck()).kind).toBe('saved');
    expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test.skipIf(process.platform === 'win32')(
    'says so when the file was deleted or replaced under it: nobody would find the check again',
    () => {
      const folder = temporaryFolder();
      const store = openForTest(folder);
      saveCheck(store, sampleCheck());
      rmSync(folder, { recursive: true });
      const moved = {
        kind: 'not_saved',
        problem: { kind: 'failed', path: store.path, detail: 'The file was moved or deleted while it was open.' },
      };
      expect(saveCheck(store, sampleCheck())).toEqual(moved);
      const replacement = openForTest(folder);
      expect(saveCheck(store, sampleCheck())).toEqual(moved);
      expect(saveCheck(replacement, sampleCheck())).toEqual({ kind: 'saved', id: 1 });
    },
  );

  test('saving into a history that was closed says so', () => {
    const store = openForTest();
    closeStore(store);
    expect(saveCheck(store, sampleCheck())).toMatchObject({ kind: 'not_saved', problem: { kind: 'locked' } });
  });
});

describe('saveChecks', () => {
  test('saves a batch in one transaction and gives the numbers in order', () => {
    const store = openForTest();
    const checks = Array.from({ length: 300 }, (_, index) => checkOf('scan.example.com', index + 1));
    expect(saveChecks(store, checks)).toEqual({ kind: 'saved', ids: checks.map((_, index) => index + 1) });
    expect(readCheck(store, 300)).toMatchObject({ kind: 'read', value: { target: { port: 300 } } });
  });

  test('saves all or none', () => {
    const store = openForTest();
    const result = saveChecks(store, [checkOf('a.example', 1), checkOf('b.example', 2, { caseId: 99 }), checkOf('c.example', 3)]);
    expect(result).toMatchObject({ kind: 'not_saved', problem: { kind: 'failed' } });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 0 });
    expect(saveCheck(store, sampleCheck())).toEqual({ kind: 'saved', id: 1 });
  });

  test('an empty batch is saved at once', () => {
    expect(saveChecks(openForTest(), [])).toEqual({ kind: 'saved', ids: [] });
  });
});
