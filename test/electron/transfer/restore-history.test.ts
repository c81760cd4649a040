import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import { saveCheck, saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { openWritable } from '../../../electron/store/open-writable.ts';
import { closeStore, type Store } from '../../../electron/store/store.ts';
import { backUpHistory } from '../../../electron/transfer/back-up-history.ts';
import { restoreHistory, type RestoreWish } from '../../../electron/transfer/restore-history.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { never, workerFile } from './worker-file.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 12);

/** A backup of a history of so many checks of a.example. */
async function backupOf(count: number): Promise<string> {
  const folder = temporaryFolder();
  saveChecks(
    openForTest(folder),
    Array.from({ length: count }, (_, index) => checkOf('a.example', 1 + index)),
  );
  const toPath = join(temporaryFolder(), 'backup.sqlite');
  const end = await backUpHistory({ path: fileIn(folder), toPath, mayReplace: false, workerFile, onProgress: () => undefined }, never);
  if (end.kind !== 'backed_up') throw new Error(end.kind);
  return toPath;
}

function wishFor(folder: string, fromPath: string, changes: Partial<RestoreWish> = {}): RestoreWish {
  return { path: fileIn(folder), fromPath, nowMs: NOW_MS, workerFile, onProgress: () => undefined, ...changes };
}

const countOf = (store: Store): unknown => {
  const count = countChecks(store);
  return count.kind === 'read' ? count.value : count.problem;
};

describe('restoreHistory', () => {
  test('brings the backup back into a history that stays open, and keeps what was there', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveChecks(store, [checkOf('b.example', 443), checkOf('b.example', 443)]);
    const shares: number[] = [];
    const end = await restoreHistory(wishFor(folder, await backupOf(3_000), { onProgress: (share) => shares.push(share) }), never);
    expect(end).toEqual({ kind: 'restored', keptPath: join(folder, 'backups', 'history-before-restore-2026-11-20T12-00-00-000Z.sqlite') });
    expect(countOf(store)).toBe(3_000);
    expect(readCheck(store, 1)).toMatchObject({ value: { target: { host: 'a.example' } } });
    expect(saveCheck(store, checkOf('c.example', 80))).toEqual({ kind: 'saved', id: 3_001 });
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);

    const kept = temporaryFolder();
    copyFileSync(join(folder, 'backups', readdirSync(join(folder, 'backups'))[0]!), fileIn(kept));
    expect(countOf(openForTest(kept))).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('restore-'))).toEqual([]);
  });

  test('can be taken back with what it kept', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('b.example', 443));
    const end = await restoreHistory(wishFor(folder, await backupOf(5)), never);
    if (end.kind !== 'restored') throw new Error(end.kind);
    await restoreHistory(wishFor(folder, end.keptPath, { nowMs: NOW_MS + 1 }), never);
    expect(countOf(store)).toBe(1);
  });

  test.each<[string, (path: string) => void, string]>([
    ['is not there', () => undefined, 'failed'],
    ['is empty', (path) => writeFileSync(path, ''), 'not_a_store'],
    ['is no database', (path) => writeFileSync(path, 'no database at all, in any way'.repeat(50)), 'not_a_store'],
    [
      'is damaged',
      (path) => writeFileSync(path, Buffer.concat([readFileSync(path + '.good').subarray(0, 8_192), Buffer.alloc(40_000, 0xff)])),
      'damaged',
    ],
  ])('a backup that %s is refused, and the history stays as it was', async (_, make, kind) => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('b.example', 443));
    const fromPath = join(temporaryFolder(), 'backup.sqlite');
    copyFileSync(await backupOf(200), `${fromPath}.good`);
    make(fromPath);
    expect(await restoreHistory(wishFor(folder, fromPath), never)).toMatchObject({ kind: 'unusable', problem: { kind, path: fromPath } });
    expect(countOf(store)).toBe(1);
  });

  test('a backup of a newer Sonde, or of another program, is refused', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    for (const [pragma, kind] of [
      ['user_version = 99', 'newer_schema'],
      ['application_id = 1', 'not_a_store'],
    ] as const) {
      const other = temporaryFolder();
      const otherStore = openForTest(other);
      otherStore.database.pragma(pragma);
      otherStore.database.pragma('wal_checkpoint(TRUNCATE)');
      expect(await restoreHistory(wishFor(folder, fileIn(other)), never)).toMatchObject({ kind: 'unusable', problem: { kind } });
    }
    expect(countOf(store)).toBe(0);
  });

  test.each([
    ['a trigger', 'CREATE TRIGGER planted AFTER INSERT ON check_documents BEGIN DELETE FROM checks; END'],
    ['a view', 'CREATE VIEW planted AS SELECT 1'],
    ['a table of its own', 'CREATE TABLE planted (id INTEGER PRIMARY KEY) STRICT'],
    ['an index less', 'DROP INDEX checks_by_time'],
  ])('a backup with %s that Sonde did not make so is refused, and nothing of it runs', async (_, sql) => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('b.example', 443));
    const fromPath = await backupOf(3);
    new Database(fromPath).exec(sql).close();
    const end = await restoreHistory(wishFor(folder, fromPath), never);
    expect(end).toMatchObject({ kind: 'unusable', problem: { kind: 'not_a_store', path: fromPath } });
    expect(saveCheck(store, checkOf('b.example', 443))).toEqual({ kind: 'saved', id: 2 });
    expect(countOf(store)).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('restore-'))).toEqual([]);
  });

  test.each(migrations.slice(0, -1).map(({ version }) => version))('takes a backup of schema %i, brought up to date', async (version) => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const fromPath = join(temporaryFolder(), 'backup.sqlite');
    writeFileSync(fromPath, '');
    const older = openWritable(fromPath, migrations.slice(0, version));
    if (older.kind === 'unusable') throw new Error(older.problem.detail);
    closeStore(older.store);
    expect(await restoreHistory(wishFor(folder, fromPath), never)).toMatchObject({ kind: 'restored' });
    expect(saveCheck(store, checkOf('b.example', 443))).toMatchObject({ kind: 'saved' });
  });

  test('is not made from the history itself, and not at all when it is stopped', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('b.example', 443));
    expect(await restoreHistory(wishFor(folder, fileIn(folder)), never)).toEqual({ kind: 'is_history' });
    const controller = new AbortController();
    const restoring = restoreHistory(wishFor(folder, await backupOf(500)), controller.signal);
    setTimeout(() => controller.abort(), 20);
    expect(['stopped', 'restored']).toContain((await restoring).kind);
    if ((await restoring).kind === 'stopped') expect(countOf(store)).toBe(1);
    expect(readdirSync(folder).filter((name) => name.includes('restore-') || name.endsWith('.part'))).toEqual([]);
  });
});
