import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { migrations } from '../../../electron/store/migrations/index.ts';
import { openWritable } from '../../../electron/store/open-writable.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import { fileIn, openForTest, temporaryFolder } from './open-for-test.ts';
import { exitCode, processFile, start } from './run-process.ts';
import { checkOf } from './sample-check.ts';
import { slowStep } from './slow-step.ts';

/** The newest version there is, and the one that `slowStep` makes of it. */
const NOW = migrations.length;
const NEXT = NOW + 1;

describe('the schema', () => {
  test.each(migrations.map(({ version }) => version))(
    'of version %i is exactly the golden one: a released migration is never changed',
    (version) => {
      const path = fileIn(temporaryFolder());
      writeFileSync(path, '');
      const { store } = opened(openWritable(path, migrations.slice(0, version)));
      const rows = store.database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').pluck().all();
      closeStore(store);
      const golden = new URL(`../../fixtures/store/schema-${version}.sql`, import.meta.url);
      expect(`${rows.map((sql) => `${String(sql)};`).join('\n')}\n`).toBe(readFileSync(golden, 'utf8'));
    },
  );

  test('has only STRICT tables', () => {
    const loose = openForTest().database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    );
    expect(loose.pluck().all()).toEqual([]);
  });
});

describe('migrate', () => {
  test('brings an older history up to date and keeps every row', () => {
    const path = historyOfTen();
    const { store } = opened(openWritable(path, [...migrations, slowStep]));
    expect(store.database.pragma('user_version', { simple: true })).toBe(NEXT);
    expect(store.database.prepare("SELECT count(*) FROM hosts WHERE note = 'migrated'").pluck().get()).toBe(10);
    expect(store.database.prepare('SELECT count(*) FROM check_documents').pluck().get()).toBe(10);
    closeStore(store);
  });

  test('keeps a whole copy of the old history first, for this user only', () => {
    const path = historyOfTen();
    closeStore(opened(openWritable(path, [...migrations, slowStep])).store);
    const [copyName = '', ...more] = copiesOf(path);
    expect(more).toEqual([]);
    expect(copyName).toMatch(new RegExp(String.raw`^history-v${NOW}-\d{4}-\d\d-\d\dT[\d-]+Z\.sqlite$`, 'u'));
    expect(statSync(join(path, '..', 'backups')).mode & 0o777).toBe(0o700);
    const copyPath = join(path, '..', 'backups', copyName);
    expect(statSync(copyPath).mode & 0o777).toBe(0o600);
    const copy = new Database(copyPath, { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('user_version', { simple: true })).toBe(NOW);
    expect(copy.prepare('SELECT count(*) FROM checks').pluck().get()).toBe(10);
    copy.close();
  });

  test('copies what is only in the write-ahead log too', () => {
    const folder = temporaryFolder();
    const busy = openForTest(folder);
    saveChecks(busy, [checkOf('a.example', 1)]);
    closeStore(opened(openWritable(fileIn(folder), [...migrations, slowStep])).store);
    const copy = new Database(join(folder, 'backups', copiesOf(fileIn(folder))[0] ?? ''), { readonly: true });
    expect(copy.prepare('SELECT host FROM hosts').pluck().all()).toEqual(['a.example']);
    copy.close();
  });

  test('makes no copy of a new history, and opens the newest one without any', () => {
    const path = fileIn(temporaryFolder());
    writeFileSync(path, '');
    closeStore(opened(openWritable(path)).store);
    closeStore(opened(openWritable(path)).store);
    expect(copiesOf(path)).toEqual([]);
  });

  test.each([
    ['fails half way', 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER) STRICT', 'failed'],
    [
      'leaves a row that points to nothing',
      "PRAGMA defer_foreign_keys = ON; DELETE FROM hosts WHERE id = 1; INSERT INTO endpoints (host_id, port, transport) VALUES (1, 1, 'tcp')",
      'damaged',
    ],
  ])('leaves the old history alone when a step %s', (_, sql, kind) => {
    const path = historyOfTen();
    expect(openWritable(path, [...migrations, { version: NEXT, sql }])).toMatchObject({ kind: 'unusable', problem: { kind, path } });
    const { store } = opened(openWritable(path));
    expect(store.database.pragma('user_version', { simple: true })).toBe(NOW);
    expect(store.database.prepare('SELECT count(*) FROM hosts').pluck().get()).toBe(10);
    closeStore(store);
  });

  test('does not start without a good copy: a damaged history stays as it is', () => {
    const path = historyOfTen();
    const database = new Database(path);
    const page = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'check_documents'").pluck().get());
    database.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, (page - 1) * 4_096, page * 4_096);
    writeFileSync(path, bytes);
    expect(openWritable(path, [...migrations, slowStep])).toMatchObject({ kind: 'unusable', problem: { kind: 'damaged', path } });
    expect(copiesOf(path)).toEqual([]);
    expect(new Database(path, { readonly: true }).pragma('user_version', { simple: true })).toBe(NOW);
  });

  test('does not start when the copy is readable but breaks its own rules', () => {
    const path = historyOfTen();
    const database = new Database(path);
    database.exec('PRAGMA ignore_check_constraints = ON; UPDATE endpoints SET port = 0 WHERE host_id = 1');
    database.close();
    expect(openWritable(path, [...migrations, slowStep])).toMatchObject({
      kind: 'unusable',
      problem: { kind: 'damaged', path, detail: expect.stringContaining('CHECK constraint failed in endpoints') },
    });
    expect(copiesOf(path)).toEqual([]);
  });

  test('wants its steps numbered without a gap', () => {
    const path = fileIn(temporaryFolder());
    writeFileSync(path, '');
    expect(() => openWritable(path, [...migrations, { version: NEXT + 1, sql: '' }])).toThrow(
      `Migration ${NEXT + 1} stands at place ${NEXT}`,
    );
  });

  test('is done once when two processes open an old history at the same moment', async () => {
    const path = historyOfTen();
    const children = [1, 2].map(() => start([process.execPath, processFile('migrate.ts'), path]));
    await Promise.all(children.map((child) => once(child.stdout, 'data')));
    for (const child of children) child.stdin.end('go\n');
    expect(await Promise.all(children.map((child) => text(child.stdout)))).toEqual([String(NEXT), String(NEXT)]);
    expect(copiesOf(path)).toHaveLength(1);
  });

  test('leaves the old schema or the new one, never a mixture, when it is killed in the middle', async () => {
    const path = historyOfTen();
    const old = readFileSync(path);
    const seen = new Set<unknown>();
    let delayMs = 4;
    // Waits longer after a kill that came too early and less after one too late, and so stays around the middle.
    for (let round = 0; round < 12 || (seen.size < 2 && round < 60); round += 1) {
      writeFileSync(path, old);
      const version = await versionAfterKill(path, delayMs);
      seen.add(version);
      delayMs = version === NOW ? delayMs * 1.5 : delayMs / 1.4;
    }
    expect(seen).toEqual(new Set([NOW, NEXT]));
  });
});

async function versionAfterKill(path: string, delayMs: number): Promise<unknown> {
  const child = start([process.execPath, processFile('migrate.ts'), path]);
  await once(child.stdout, 'data');
  child.stdin.end('go\n');
  await pause(delayMs);
  child.kill('SIGKILL');
  await exitCode(child);
  return versionWhenWhole(path);
}

/** The version of a history whose tables all say the same. */
function versionWhenWhole(path: string): unknown {
  const database = new Database(path);
  const version = database.pragma('user_version', { simple: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const hasColumn = database.prepare("SELECT count(*) FROM pragma_table_info('hosts') WHERE name = 'note'").pluck().get();
  const hasTable = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'numbers'").pluck().get();
  expect([hasColumn, hasTable]).toEqual(version === NEXT ? [1, 1] : [0, 0]);
  expect(database.prepare('SELECT count(*) FROM checks').pluck().get()).toBe(10);
  database.close();
  return version;
}

function historyOfTen(): string {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  saveChecks(
    store,
    Array.from({ length: 10 }, (_, index) => checkOf(`host${index}.example`, 443)),
  );
  closeStore(store);
  return fileIn(folder);
}

function opened(opening: StoreOpening): Extract<StoreOpening, { kind: 'open' }> {
  if (opening.kind === 'unusable') throw new Error(`${opening.problem.kind}: ${opening.problem.detail}`);
  return opening;
}

function copiesOf(path: string): readonly string[] {
  const folder = join(path, '..');
  return readdirSync(folder).includes('backups') ? readdirSync(join(folder, 'backups')) : [];
}
