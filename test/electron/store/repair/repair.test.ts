import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { migrations } from '../../../../electron/store/migrations/index.ts';
import { readKeptCase } from '../../../../electron/store/cases/read-case.ts';
import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { listTags } from '../../../../electron/store/hosts/host-tags.ts';
import { trashHosts } from '../../../../electron/store/hosts/trash.ts';
import { openStore } from '../../../../electron/store/open.ts';
import { openWritable } from '../../../../electron/store/open-writable.ts';
import { repairedFile } from '../../../../electron/store/repair/put-in-place.ts';
import { repair, type RepairEnd } from '../../../../electron/store/repair/repair.ts';
import { withRepairLock } from '../../../../electron/store/repair/repair-lock.ts';
import { closeStore, type Store } from '../../../../electron/store/store.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { fileIn, openForTest, problemOf, temporaryFolder } from '../open-for-test.ts';
import { checkOf } from '../sample-check.ts';
import { closedHistory, filesIn, layDown, PAGE_BYTES, sampleHistory, type HistoryFiles } from './sample-history.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 12);

function repairIn(folder: string, backups: readonly string[] = [], nowMs = NOW_MS): RepairEnd {
  return repair({ path: fileIn(folder), backups, nowMs }, () => undefined);
}

/** A folder with these bytes in it. */
function folderWith(files: HistoryFiles): string {
  const folder = join(temporaryFolder(), 'data');
  layDown(folder, files);
  return folder;
}

function countIn(store: Store): unknown {
  const count = countChecks(store);
  return count.kind === 'read' ? count.value : count.problem;
}

/** The page a table begins on. */
function rootOf(main: Buffer, table: string): number {
  const path = join(temporaryFolder(), 'look.sqlite');
  writeFileSync(path, main);
  const database = new Database(path);
  const page = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  database.close();
  return Number(page);
}

function withoutPage(main: Buffer, page: number): Buffer {
  return Buffer.from(main).fill(0, (page - 1) * PAGE_BYTES, page * PAGE_BYTES);
}

describe('a repair', () => {
  test.each<[string, (files: HistoryFiles) => HistoryFiles, number]>([
    ['whose header is lost', ({ main, log }) => ({ main: Buffer.from(main).fill(0, 0, 100), log }), 90],
    ['whose first page is lost', ({ main, log }) => ({ main: Buffer.from(main).fill(0xff, 0, PAGE_BYTES), log }), 90],
    ['that has become text', ({ main, log }) => ({ main: Buffer.from('notes '.repeat(main.length / 6)), log }), 0],
    ['of a history that lost an index', ({ main, log }) => ({ main: withoutPage(main, rootOf(main, 'checks_by_time')), log }), 90],
    ['of a history that lost its list of hosts', ({ main, log }) => ({ main: withoutPage(main, rootOf(main, 'hosts')), log }), 90],
  ])('of a file %s brings back what is there', (_, damage, atLeast) => {
    const { files, checks } = closedHistory();
    const folder = folderWith(damage(files));
    const before = filesIn(folder);
    const end = repairIn(folder);
    if (end.kind !== 'repaired') throw new Error(end.kind);
    expect(end.quarantine).toBe(join(folder, 'quarantine', '2026-11-20T12-00-00-000Z'));
    expect(filesIn(end.quarantine)).toEqual(before);
    const store = openForTest(folder);
    expectConsistent(store);
    expect(countIn(store)).toBe(end.counts?.salvagedCount);
    expect(end.counts?.salvagedCount).toBeGreaterThanOrEqual(atLeast);
    for (const id of checks.keys()) {
      const reading = readCheck(store, id);
      if (reading.kind === 'read' && reading.value !== null)
        expect(reading.value).toEqual({ ...checks.get(id), caseId: reading.value.caseId });
    }
    // The numbers of lost checks are not given again.
    const saved = saveCheck(store, checkOf('new.example', 80));
    if (atLeast > 0) expect(saved).toEqual({ kind: 'saved', id: 91 });
  });

  test('brings labels, cases and the trash back with the checks', () => {
    const { files } = sampleHistory();
    const folder = folderWith(files);
    const before = openForTest(folder);
    trashHosts(before, { hostIds: [5], nowMs: 7 });
    closeStore(before);
    writeFileSync(fileIn(folder), Buffer.from(readFileSync(fileIn(folder))).fill(0, 0, 100));
    expect(repairIn(folder)).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 90, fromBackupCount: 0, lostCount: 0 } });
    const store = openForTest(folder);
    expect(listTags(store)).toMatchObject({ rows: [{ tag: 'core' }, { tag: 'emea' }] });
    expect(store.database.prepare('SELECT host_id, text FROM host_notes').all()).toEqual([
      { host_id: 2, text: 'Behind the second firewall.' },
    ]);
    expect(store.database.prepare('SELECT id, display_name FROM hosts WHERE display_name IS NOT NULL').all()).toEqual([
      { id: 3, display_name: 'The front door' },
    ]);
    expect(readKeptCase(store, 1)).toMatchObject({ value: { entries: expect.arrayContaining([expect.anything()]) as unknown } });
    expect(store.database.prepare('SELECT id, hidden_at_ms FROM hosts WHERE hidden_at_ms IS NOT NULL').all()).toEqual([
      { id: 5, hidden_at_ms: 7 },
    ]);
    expect(findHost(store, 'a4.example')).toMatchObject({ value: null });
  });

  test('takes what is missing from the newest backup that is whole, and tells what is lost', () => {
    const { files, backupPath, checks } = sampleHistory();
    const bad = join(temporaryFolder(), 'newer-but-bad.sqlite');
    writeFileSync(bad, withoutPage(readFileSync(backupPath), rootOf(readFileSync(backupPath), 'check_documents')));
    const folder = folderWith({ main: Buffer.alloc(files.main.length, 0xee), log: Buffer.alloc(0) });
    expect(problemOf(folder)).toMatchObject({ kind: 'damaged' });
    expect(repairIn(folder, [bad, backupPath])).toMatchObject({
      kind: 'repaired',
      backupName: 'backup.sqlite',
      counts: { salvagedCount: 0, fromBackupCount: 60, lostCount: null },
    });
    const store = openForTest(folder);
    expect(readCheck(store, 60)).toMatchObject({ value: { target: checks.get(60)?.target } });
    expect(listTags(store)).toMatchObject({ rows: [{ tag: 'core' }, { tag: 'emea' }] });
  });

  test('does not bring back from a backup what was deleted since', () => {
    const { files, backupPath } = sampleHistory();
    const folder = folderWith(files);
    const before = openForTest(folder);
    before.database.exec('DELETE FROM checks WHERE id <= 30');
    closeStore(before);
    writeFileSync(fileIn(folder), Buffer.from(readFileSync(fileIn(folder))).fill(0, 0, 100));
    expect(repairIn(folder, [backupPath])).toMatchObject({ counts: { salvagedCount: 60, fromBackupCount: 0 } });
  });

  test('of a file whose letters the disk changed finds it out, and takes the check from the backup', () => {
    const { files, backupPath, checks } = sampleHistory();
    const folder = folderWith(files);
    const before = openForTest(folder);
    before.database.exec("UPDATE check_documents SET document = replace(document, 'a2.example', 'a3.example') WHERE check_id = 10");
    expect(readCheck(before, 10)).toMatchObject({ kind: 'unreadable', problem: { kind: 'damaged' } });
    closeStore(before);
    expect(repairIn(folder, [backupPath])).toMatchObject({ counts: { salvagedCount: 89, fromBackupCount: 1, lostCount: 0 } });
    expect(readCheck(openForTest(folder), 10)).toMatchObject({ value: { target: checks.get(10)?.target } });
  });

  test('does nothing to a history that is whole', () => {
    const { files } = sampleHistory();
    const folder = folderWith(files);
    expect(repairIn(folder)).toEqual({ kind: 'sound' });
    expect(readdirSync(join(folder, 'quarantine'))).toEqual(['lock']);
    expect(countIn(openForTest(folder))).toBe(90);
  });

  test.each<[string, (database: Database.Database) => void, string]>([
    ['of a newer Sonde', (database) => database.pragma(`user_version = ${migrations.length + 1}`), 'newer_schema'],
    ['of another program', (database) => database.pragma('application_id = 1'), 'not_a_store'],
  ])('leaves the file %s untouched, byte for byte', (_, change, kind) => {
    const folder = folderWith(sampleHistory().files);
    const database = new Database(fileIn(folder));
    change(database);
    database.close();
    const before = filesIn(folder);
    expect(repairIn(folder)).toMatchObject({ kind: 'refused', problem: { kind } });
    expect(filesIn(folder)).toEqual(before);
  });

  test('leaves a file alone that never was a history', () => {
    const folder = temporaryFolder();
    writeFileSync(fileIn(folder), 'My notes. '.repeat(1_000));
    expect(repairIn(folder)).toMatchObject({ kind: 'refused', problem: { kind: 'not_a_store' } });
    expect(readFileSync(fileIn(folder), 'utf8')).toBe('My notes. '.repeat(1_000));
  });

  test.each(migrations.slice(0, -1).map(({ version }) => version))('of an older history (schema %i) makes one of the newest', (version) => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    writeFileSync(fileIn(folder), '');
    const opening = openWritable(fileIn(folder), migrations.slice(0, version));
    if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
    fillOlder(opening.store.database);
    closeStore(opening.store);
    const bytes = readFileSync(fileIn(folder));
    writeFileSync(fileIn(folder), withoutPage(bytes, rootOf(bytes, 'checks')));
    expect(repairIn(folder)).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 20 } });
    const store = openForTest(folder);
    expect(store.database.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(countIn(store)).toBe(20);
    expectConsistent(store);
  });
});

function fillOlder(database: Database.Database): void {
  database
    .prepare(
      "INSERT INTO hosts (host, kind, created_at_ms, last_outcome, last_checked_at_ms, check_count) VALUES ('a.example', 'name', 1, 'succeeded', 1, 20)",
    )
    .run();
  for (let id = 1; id <= 20; id += 1) {
    const check = checkOf('a.example', 80, { startedAtMs: id });
    database
      .prepare(
        "INSERT INTO checks (host_id, port, transport, outcome, started_at_ms, duration_ms, vantage) VALUES (1, 80, 'tcp', 'succeeded', ?, 1, 'here')",
      )
      .run(id);
    database.prepare('INSERT INTO check_documents (check_id, version, document) VALUES (?, 1, ?)').run(id, JSON.stringify(check));
  }
}

describe('a history that lost all its bytes', () => {
  test('is not taken for a new one', () => {
    const folder = folderWith({ main: Buffer.alloc(0), log: Buffer.alloc(0) });
    expect(problemOf(folder)).toMatchObject({ kind: 'damaged', detail: expect.stringContaining('empty') as string });
    expect(repairIn(folder)).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 0, lostCount: null } });
    expect(countIn(openForTest(folder))).toBe(0);
  });

  test('keeps its log, which SQLite would delete, and gets back what is in it', () => {
    const { files } = sampleHistory();
    const folder = folderWith({ main: Buffer.alloc(0), log: files.log });
    expect(problemOf(folder).kind).toBe('damaged');
    expect(filesIn(folder).log).toEqual(files.log);
    const end = repairIn(folder);
    expect(end.kind === 'repaired' ? filesIn(end.quarantine).log : null).toEqual(files.log);
  });

  test('is a new one where it was deleted with its log', () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    writeFileSync(`${fileIn(folder)}-known`, '');
    expect(countIn(openForTest(folder))).toBe(0);
  });
});

describe('a repair that was cut off', () => {
  test('before the new history was whole left the old one as it was, and the next one tidies up', () => {
    const { files } = closedHistory();
    const folder = folderWith({ ...files, main: Buffer.from(files.main).fill(0, 0, 100) });
    const left = join(folder, 'quarantine', 'in-work');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'new.sqlite'), 'half a history');
    expect(problemOf(folder).kind).toBe('damaged');
    expect(repairIn(folder)).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 90 } });
    expect(readdirSync(join(folder, 'quarantine')).toSorted()).toEqual(['2026-11-20T12-00-00-000Z', 'lock']);
  });

  test.each(['nothing', '-shm', '-wal', 'all'])(
    'while the files were moved (%s was) is finished by whoever opens the history next',
    (moved) => {
      const { files } = sampleHistory();
      const damaged = { ...files, main: Buffer.from(files.main).fill(0, 0, 100) };
      const folder = folderWith(damaged);
      writeFileSync(`${fileIn(folder)}-shm`, 'the index of the log');
      const whole = folderWith(files);
      closeStore(openForTest(whole));
      renameSync(fileIn(whole), repairedFile(fileIn(folder)));
      const quarantine = join(
        folder,
        'quarantine',
        new Date(Math.round(statSync(repairedFile(fileIn(folder))).mtimeMs)).toISOString().replaceAll(/[:.]/gu, '-'),
      );
      mkdirSync(quarantine, { recursive: true });
      const steps = ['-shm', '-wal', ''];
      const done = moved === 'nothing' ? 0 : moved === 'all' ? 3 : steps.indexOf(moved) + 1;
      for (const suffix of steps.slice(0, done)) renameSync(fileIn(folder) + suffix, fileIn(quarantine) + suffix);
      expect(countIn(openForTest(folder))).toBe(90);
      expect(filesIn(quarantine)).toEqual(damaged);
      expect(existsSync(repairedFile(fileIn(folder)))).toBe(false);
    },
  );

  test('is left to the process that does it now', () => {
    const folder = folderWith(sampleHistory().files);
    writeFileSync(repairedFile(fileIn(folder)), 'not yet looked at');
    withRepairLock(fileIn(folder), () => {
      expect(problemOf(folder)).toMatchObject({ kind: 'locked' });
      expect(repairIn(folder)).toMatchObject({ kind: 'refused', problem: { kind: 'locked' } });
    });
    expect(dirname(repairedFile(fileIn(folder)))).toBe(folder);
  });
});

test('a connection to the damaged history saves nothing any more, and takes nothing away from the new one', () => {
  const { files } = sampleHistory();
  const folder = folderWith(files);
  const old = openForTest(folder);
  const page = rootOf(files.main, 'checks_by_time');
  old.database.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = withoutPage(readFileSync(fileIn(folder)), page);
  writeFileSync(fileIn(folder), bytes);
  expect(repairIn(folder)).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 90 } });
  expect(saveCheck(old, checkOf('late.example', 80))).toMatchObject({ kind: 'not_saved' });
  const store = openForTest(folder);
  saveChecks(store, [checkOf('after.example', 80)]);
  const log = readFileSync(`${fileIn(folder)}-wal`);
  closeStore(old);
  expect(readFileSync(`${fileIn(folder)}-wal`)).toEqual(log);
  expect(countIn(store)).toBe(91);
  const again = openStore(folder);
  expect(again.kind === 'open' && countIn(again.store)).toBe(91);
  if (again.kind === 'open') closeStore(again.store);
});
