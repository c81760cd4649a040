import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { verify } from '../../../electron/store/file/verify.ts';
import { backupFolder, listBackups } from '../../../electron/transfer/backup-folder.ts';
import { keepDailyBackup } from '../../../electron/transfer/keep-daily-backup.ts';
import { repairHistory } from '../../../electron/transfer/repair-history.ts';
import { tidyLeftovers } from '../../../electron/transfer/tidy-leftovers.ts';
import { verifyWhenDue } from '../../../electron/transfer/verify-when-due.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { never, workerFile } from './worker-file.ts';

const DAY_MS = 86_400_000;

function daily(path: string) {
  const listed = listBackups(path);
  if (listed.kind === 'unreadable') throw new Error(listed.problem.detail);
  return listed.rows.filter(({ reason }) => reason === 'daily');
}

/** As if the newest copy had been made so long before. */
function age(path: string, byMs: number): void {
  for (const { name, madeAtMs } of daily(path))
    utimesSync(join(backupFolder(path), name), (madeAtMs - byMs) / 1_000, (madeAtMs - byMs) / 1_000);
}

describe('the copy of the day', () => {
  test('is made once a day and only of a history that changed; the newest three are kept, for this user only', async () => {
    const folder = temporaryFolder();
    const path = fileIn(folder);
    const store = openForTest(folder);
    const nowMs = Date.now();
    const keep = async (day: number) => keepDailyBackup({ path, workerFile, nowMs: nowMs + day * 10 }, never);
    for (let day = 0; day < 5; day += 1) {
      saveCheck(store, checkOf('a.example', 80));
      age(path, 2 * DAY_MS);
      expect(await keep(day)).toMatchObject({ kind: 'backed_up' });
      expect(await keep(day)).toEqual({ kind: 'not_due' });
    }
    const copies = daily(path);
    expect(copies).toHaveLength(3);
    for (const { name } of copies) {
      expect(verify(join(backupFolder(path), name))).toEqual({ kind: 'whole' });
      expect(statSync(join(backupFolder(path), name)).mode & 0o777).toBe(0o600);
    }
    // Nothing was saved since.
    for (const file of [path, `${path}-wal`]) utimesSync(file, 1, 1);
    age(path, 2 * DAY_MS);
    expect(await keep(9)).toEqual({ kind: 'not_due' });
  });

  test('is what a repair finds for somebody who never asked for any', async () => {
    const folder = temporaryFolder();
    const path = fileIn(folder);
    const store = openForTest(folder);
    for (let port = 1; port <= 20; port += 1) saveCheck(store, checkOf('a.example', port));
    await keepDailyBackup({ path, workerFile, nowMs: Date.now() }, never);
    closeStore(store);
    writeFileSync(path, 'what a broken disk gave back '.repeat(1_000));
    const shares: number[] = [];
    const end = await repairHistory({ path, workerFile, nowMs: Date.now(), onProgress: (share) => shares.push(share) }, never);
    expect(end).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 0, fromBackupCount: 20 } });
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('a repair that is stopped', () => {
  test('leaves the damaged history as it was', async () => {
    const folder = temporaryFolder();
    const path = fileIn(folder);
    closeStore(openForTest(folder));
    writeFileSync(path, 'what a broken disk gave back '.repeat(1_000));
    const before = readFileSync(path);
    const controller = new AbortController();
    const repairing = repairHistory({ path, workerFile, nowMs: Date.now(), onProgress: () => undefined }, controller.signal);
    controller.abort();
    expect(await repairing).toEqual({ kind: 'stopped' });
    expect(readFileSync(path)).toEqual(before);
  });
});

test('what killed copies, restores and repairs left is taken away, and nothing else', () => {
  const folder = temporaryFolder();
  closeStore(openForTest(folder));
  for (const place of [backupFolder(fileIn(folder)), join(folder, 'quarantine', 'in-work')]) mkdirSync(place, { recursive: true });
  const left = [
    ...['history.sqlite.restore-77', 'history.sqlite.restore-77-wal', 'history.sqlite.restore-77.part'],
    ...['backups/history-before-restore-2026.sqlite.part', 'backups/history-daily-2026.sqlite.part-77', 'quarantine/in-work/new.sqlite'],
  ];
  const kept = ['backups/history-daily-2026.sqlite', 'backups/notes.part', 'backups/history-daily-now.sqlite.part-9'];
  const nowMs = Date.now();
  for (const name of [...left, ...kept]) {
    writeFileSync(join(folder, name), 'x');
    if (!name.includes('now')) utimesSync(join(folder, name), nowMs / 1_000 - 7_200, nowMs / 1_000 - 7_200);
  }
  tidyLeftovers(fileIn(folder), nowMs);
  expect(left.filter((name) => existsSync(join(folder, name)))).toEqual([]);
  expect(kept.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  closeStore(openForTest(folder));
});

describe('reading the whole history', () => {
  test('is done once a week, and after it was cut off, and tells what is damaged', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    for (let port = 1; port <= 50; port += 1) saveCheck(store, checkOf('a.example', port));
    const nowMs = Date.now();
    const opening = { kind: 'open', store } as const;
    expect(await verifyWhenDue({ opening, workerFile, nowMs }, never)).toBeNull();
    const page = Number(store.database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'checks_by_time'").pluck().get());
    closeStore(store);
    const bytes = readFileSync(fileIn(folder));
    writeFileSync(fileIn(folder), bytes.fill(0, (page - 1) * 4_096, page * 4_096));
    const again = openForTest(folder);
    const after = async (changes: object, atMs: number) =>
      verifyWhenDue({ opening: { kind: 'open', store: again, ...changes }, workerFile, nowMs: atMs }, never);
    expect(await after({}, nowMs + DAY_MS)).toBeNull();
    expect(await after({ wasCutOff: true }, nowMs + DAY_MS)).toMatchObject({ kind: 'damaged' });
    expect(await after({}, nowMs + 8 * DAY_MS)).toMatchObject({ kind: 'damaged' });
  });
});
