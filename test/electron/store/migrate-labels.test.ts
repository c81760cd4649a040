import { writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { hostsAndChecks } from '../../../electron/store/migrations/0001-hosts-and-checks.ts';
import { openWritable } from '../../../electron/store/open-writable.ts';
import { pageChecks } from '../../../electron/store/checks/page-checks.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Store } from '../../../electron/store/store.ts';
import type { Check } from '../../../shared/check/check.ts';
import { summarizeCheck } from '../../../shared/history/summarize-check.ts';
import { expectConsistent } from './expect-consistent.ts';
import { fileIn, openForTest, temporaryFolder } from './open-for-test.ts';
import { checkOf, refusal, sampleCheck } from './sample-check.ts';

const http = { method: 'HEAD', path: '/', status: 301, reason: 'Moved', server: 'nginx', location: 'https://x/', durationMs: 3.5 } as const;

const checks: readonly Check[] = [
  checkOf('a.example', 80, { startedAtMs: 1 }),
  checkOf('a.example', 80, { startedAtMs: 2, ...refusal }),
  checkOf('a.example', 80, { startedAtMs: 3, outcome: 'cancelled', addresses: [], greeting: null }),
  checkOf('a.example', 80, {
    startedAtMs: 4,
    greeting: { text: '220-one\r\n220 two\r\n', base64: '', sizeBytes: 1, truncated: false, firstByteMs: 1 },
  }),
  checkOf('b.example', 443, { startedAtMs: 5, greeting: null, http }),
  checkOf('192.0.2.1', 22, { startedAtMs: 6, resolution: null }),
  sampleCheck({ startedAtMs: 7, outcome: 'name_not_known', addresses: [], greeting: null, stages: [] }),
];

describe('a history of the first version', () => {
  test('has after the update what it would have if every check were saved anew', () => {
    const updated = openOld((database) => insertAsOnceWas(database, checks));
    const anew = openForTest();
    saveChecks(anew, checks);
    for (const table of ['hosts', 'endpoints', 'checks', 'host_addresses']) expect(rowsOf(updated, table)).toEqual(rowsOf(anew, table));
    expect(pageChecks(updated, { hostId: 1, limit: 10 })).toEqual(pageChecks(anew, { hostId: 1, limit: 10 }));
    expectConsistent(updated);
    closeStore(updated);
  });

  test('is updated although a document in it was damaged', () => {
    const updated = openOld((database) => {
      insertAsOnceWas(database, checks);
      database.exec("UPDATE check_documents SET document = '{' WHERE check_id = 1");
    });
    expect(updated.database.prepare('SELECT id, resolve_ms, heard FROM checks WHERE id < 3').raw().all()).toEqual([
      [1, null, null],
      [2, 3, null],
    ]);
    closeStore(updated);
  });
});

function openOld(fill: (database: Database.Database) => void): Store {
  const path = fileIn(temporaryFolder());
  writeFileSync(path, '');
  const old = openWritable(path, [hostsAndChecks]);
  if (old.kind === 'unusable') throw new Error(old.problem.detail);
  fill(old.store.database);
  closeStore(old.store);
  const opening = openWritable(path);
  if (opening.kind === 'unusable') throw new Error(`${opening.problem.kind}: ${opening.problem.detail}`);
  return opening.store;
}

/** What the first version wrote for a check, in its own words. */
function insertAsOnceWas(database: Database.Database, made: readonly Check[]): void {
  for (const check of made) {
    const { host, port, transport } = check.target;
    const { outcome, startedAtMs } = check;
    const kind = /[a-z]/u.test(host) ? 'name' : 'address';
    const known = database
      .prepare('UPDATE hosts SET last_outcome = ?, last_checked_at_ms = ?, check_count = check_count + 1 WHERE host = ?')
      .run(outcome, startedAtMs, host);
    if (known.changes === 0) {
      database
        .prepare('INSERT INTO hosts (host, kind, created_at_ms, last_outcome, last_checked_at_ms, check_count) VALUES (?, ?, ?, ?, ?, 1)')
        .run(host, kind, startedAtMs, outcome, startedAtMs);
    }
    const hostId = database.prepare('SELECT id FROM hosts WHERE host = ?').pluck().get(host);
    database
      .prepare(
        `INSERT INTO endpoints VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET last_outcome = excluded.last_outcome, last_checked_at_ms = excluded.last_checked_at_ms`,
      )
      .run(hostId, port, transport, outcome, startedAtMs);
    for (const { address } of check.resolution?.addresses ?? []) {
      database
        .prepare('INSERT INTO host_addresses VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET last_seen_at_ms = excluded.last_seen_at_ms')
        .run(hostId, address, startedAtMs, startedAtMs);
    }
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO checks (host_id, port, transport, outcome, started_at_ms, duration_ms, vantage, address, reply_ms, system_code, came_back)
         VALUES (@hostId, @port, @transport, @outcome, @startedAtMs, @durationMs, @vantage, @address, @replyMs, @systemCode, @cameBack)`,
      )
      .run({ ...summarizeCheck(check), hostId });
    database.prepare('INSERT INTO check_documents VALUES (?, 1, ?)').run(lastInsertRowid, JSON.stringify({ ...check, id: null }));
  }
}

function rowsOf({ database }: Store, table: string): unknown {
  return database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all();
}
