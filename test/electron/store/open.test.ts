import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { APPLICATION_ID } from '../../../electron/store/connection.ts';
import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Store } from '../../../electron/store/store.ts';
import { fileIn, openForTest, problemOf, temporaryFolder } from './open-for-test.ts';
import { exitCode, processFile, start } from './run-process.ts';
import { sampleCheck } from './sample-check.ts';

describe('openStore', () => {
  test('makes the folder and its files for this user only', () => {
    const folder = join(temporaryFolder(), 'deep', 'down');
    const store = openForTest(folder);
    saveCheck(store, sampleCheck());
    expect(modeOf(folder)).toBe(0o700);
    expect(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))])).toEqual([
      ['history.sqlite', 0o600],
      ['history.sqlite-known', 0o600],
      ['history.sqlite-shm', 0o600],
      ['history.sqlite-wal', 0o600],
    ]);
  });

  test('finds again what was saved, and leaves one file and its note when closed', () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    expect(saveCheck(store, sampleCheck())).toEqual({ kind: 'saved', id: 1 });
    closeStore(store);
    closeStore(store);
    expect(readdirSync(folder)).toEqual(['history.sqlite', 'history.sqlite-known']);
    expect(countChecks(openForTest(folder))).toEqual({ kind: 'read', value: 1 });
  });

  test('opens a file of zero bytes as a new history', () => {
    const folder = temporaryFolder();
    writeFileSync(fileIn(folder), '');
    expect(saveCheck(openForTest(folder), sampleCheck())).toEqual({ kind: 'saved', id: 1 });
  });

  test('takes its turn when another process is just making the same history', async () => {
    const folder = temporaryFolder();
    const other = start([process.execPath, processFile('hold-lock.ts'), fileIn(folder)]);
    await once(other.stdout, 'data');
    expect(saveCheck(openForTest(folder), sampleCheck())).toEqual({ kind: 'saved', id: 1 });
    expect(await exitCode(other)).toBe(0);
  });

  test('sets every setting on the first, the second and a simultaneous connection', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const beside = openForTest(folder);
    expect(settingsOf(first)).toEqual(durableSettings);
    expect(settingsOf(beside)).toEqual(durableSettings);
    closeStore(first);
    closeStore(beside);
    expect(settingsOf(openForTest(folder))).toEqual(durableSettings);
  });

  test('carries our application id and the newest schema', () => {
    const { database } = openForTest();
    expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  });

  test('says what is in the way when the folder is a file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'mine');
    expect(problemOf(join(file, 'data'))).toMatchObject({ kind: 'failed', detail: expect.stringContaining('ENOTDIR') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('says what SQLite says when a folder has the name of the file', () => {
    const folder = temporaryFolder();
    mkdirSync(fileIn(folder));
    expect(problemOf(folder)).toMatchObject({ kind: 'failed', detail: expect.stringContaining('SQLITE_') });
  });
});

describe('a file that is not for this Sonde', () => {
  test('is refused when a newer Sonde made it, byte for byte unchanged', () => {
    const folder = historyWith((database) => database.pragma(`user_version = ${migrations.length + 1}`));
    expectUntouched(folder, {
      kind: 'newer_schema',
      detail: `Its schema is version ${migrations.length + 1}; this Sonde knows up to ${migrations.length}.`,
    });
  });

  test('keeps its write-ahead log when a newer Sonde was killed over it', () => {
    const folder = historyWith((database) => database.pragma(`user_version = ${migrations.length + 1}`));
    const copy = temporaryFolder();
    const newer = new Database(fileIn(folder));
    newer.exec("UPDATE hosts SET host = 'in-the-log.example'");
    // What a kill leaves: the file and its log, copied while the writer still has them.
    for (const ending of ['', '-wal']) writeFileSync(fileIn(copy) + ending, readFileSync(fileIn(folder) + ending));
    newer.close();
    expect(statSync(`${fileIn(copy)}-wal`).size).toBeGreaterThan(0);
    expectUntouched(copy, { kind: 'newer_schema' });
  });

  test('is refused when another program made it, byte for byte unchanged', () => {
    const folder = temporaryFolder();
    const other = new Database(fileIn(folder));
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    expectUntouched(folder, { kind: 'not_a_store', detail: 'It is a SQLite database of another program.' });
  });

  test.each([
    ['text', Buffer.from('These are my notes, and they are longer than one hundred bytes. '.repeat(100))],
    ['a few bytes', Buffer.from('SQLite')],
    ['a header and nothing else', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_080, 0xff)])],
  ])('is refused when it is no database at all: %s', (_, bytes) => {
    const folder = temporaryFolder();
    writeFileSync(fileIn(folder), bytes);
    expectUntouched(folder, { kind: 'not_a_store' });
  });

  test('is refused when its schema is damaged, byte for byte unchanged', () => {
    const folder = historyWith(() => undefined);
    const bytes = readFileSync(fileIn(folder));
    // The cells of page 1, which hold the schema, end at the end of the page.
    bytes.fill(0xff, 3_000, 4_096);
    writeFileSync(fileIn(folder), bytes);
    expectUntouched(folder, { kind: 'damaged' });
  });
});

const durableSettings = {
  journal_mode: 'wal',
  synchronous: 2,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  foreign_keys: 1,
  secure_delete: 1,
  busy_timeout: 100,
  journal_size_limit: 16 * 1024 * 1024,
  checkpoint_fullfsync: 1,
  locking_mode: 'normal',
};

function settingsOf({ database }: Store): object {
  return Object.fromEntries(Object.keys(durableSettings).map((name) => [name, database.pragma(name, { simple: true }) ?? 0]));
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

/** A folder with a history of one check, changed afterwards. */
function historyWith(change: (database: Database.Database) => void): string {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  saveCheck(store, sampleCheck());
  change(store.database);
  closeStore(store);
  return folder;
}

function expectUntouched(folder: string, problem: object): void {
  const before = contentsOf(folder);
  expect(problemOf(folder)).toMatchObject({ ...problem, path: fileIn(folder) });
  const after = contentsOf(folder);
  // SQLite's index of the log is no part of the history: readers make it anew.
  delete after['history.sqlite-shm'];
  expect(after).toEqual(before);
}

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}
