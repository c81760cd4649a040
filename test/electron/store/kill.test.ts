import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { backUp } from '../../../electron/store/file/back-up.ts';
import { verify } from '../../../electron/store/file/verify.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { findDamage } from '../../../electron/store/repair/find-damage.ts';
import { repair } from '../../../electron/store/repair/repair.ts';
import { closeStore, type Store } from '../../../electron/store/store.ts';
import { readTranscript } from '../../../electron/store/transcripts/read-transcript.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { expectConsistent } from './expect-consistent.ts';
import { killInRounds, measureWork } from './kill-rounds.ts';
import { fileIn, openForTest, folderInMemory } from './open-for-test.ts';
import { filesIn } from './repair/sample-history.ts';
import { checkOf } from './sample-check.ts';

/** SONDE_KILL_ROUNDS=3000 is what the soak does for saving; the others do a quarter of it. */
const saving = Number(process.env['SONDE_KILL_ROUNDS'] ?? 200);
const others = Math.ceil(saving / 4);
const timeout = 60_000 + saving * 2_000;

/** A folder with a history of so many checks, closed. */
function historyOf(host: string, count: number): string {
  const folder = join(folderInMemory(), 'data');
  const store = openForTest(folder);
  saveChecks(
    store,
    Array.from({ length: count }, (_, index) => checkOf(`${host}${index % 20}.example`, 1 + (index % 500), { startedAtMs: 1_000 + index })),
  );
  closeStore(store);
  return folder;
}

function countIn(store: Store): number {
  const count = countChecks(store);
  if (count.kind === 'unreadable') throw new Error(count.problem.detail);
  return count.value;
}

/** How many checks a file holds that nobody opens as a history. */
function countDocuments(path: string): unknown {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('SELECT count(*) FROM check_documents').pluck().get();
  } finally {
    database.close();
  }
}

/** What the history in a folder holds, when all of it is whole; opened as the next start does. */
function countWhole(folder: string): number {
  const store = openForTest(folder);
  expect(findDamage(store.database)).toBeNull();
  expectConsistent(store);
  const count = countIn(store);
  closeStore(store);
  return count;
}

describe('a process that is killed', () => {
  test(`while it saves loses no check it acknowledged and leaves none in half, ${saving} times`, { timeout }, async () => {
    const folder = folderInMemory();
    const acknowledged = new Map<number, string>();
    let seen = 0;
    await killInRounds({
      ...{ rounds: saving, seed: 1, withinMs: 30, afterFirstLine: true },
      prepare: (round) => ({ work: 'save', folder, other: `round${round}` }),
      judge: (_round, said) => {
        for (const line of said) acknowledged.set(Number(line.split(' ')[0]), line.split(' ')[1] ?? '');
        const store = openForTest(folder);
        const kept = new Map(store.database.prepare('SELECT id, vantage FROM checks').raw().all() as [number, string][]);
        expect([...acknowledged].filter(([id, vantage]) => kept.get(id) !== vantage)).toEqual([]);
        expect([...kept.keys()]).toEqual(Array.from({ length: kept.size }, (_, index) => index + 1));
        for (let id = seen + 1; id <= kept.size; id += 1) expect(readCheck(store, id)).toMatchObject({ value: { vantage: kept.get(id) } });
        expect(store.database.pragma('quick_check', { simple: true })).toBe('ok');
        seen = kept.size;
        closeStore(store);
      },
    });
    expect(acknowledged.size).toBeGreaterThan(saving);
    expect(countWhole(folder)).toBe(seen);
  });

  test(`in the middle of sessions keeps every line it said was kept, ${others} times`, { timeout }, async () => {
    const folder = folderInMemory();
    await killInRounds({
      ...{ rounds: others, seed: 2, withinMs: 30, afterFirstLine: true },
      prepare: () => ({ work: 'transcript', folder }),
      judge: (_round, said) => {
        const [id = '', count = ''] = said.at(-1)?.split(' ') ?? [];
        const store = openForTest(folder);
        const part = readTranscript(store, { transcriptId: Number(id), after: null });
        if (part.kind === 'unreadable') throw new Error(part.problem.detail);
        const lines = part.rows.map((line) => (line.kind === 'note' ? '' : Buffer.from(line.bytes).toString()));
        expect(lines.length).toBeGreaterThanOrEqual(part.next === null ? Number(count) : 1);
        for (const [index, line] of lines.entries()) expect(line).toBe(`line ${index + 1} of a session that is kept\n`);
        closeStore(store);
      },
    });
    expect(countWhole(folder)).toBe(0);
  });

  test(`while it migrates leaves the old schema or the new one, never a mixture, ${others} times`, { timeout }, async () => {
    const old = readFileSync(fileIn(historyOf('m', 40)));
    const folder = folderInMemory();
    const path = fileIn(folder);
    const lay = (): void => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
      writeFileSync(path, old);
    };
    lay();
    const versions = new Map<unknown, number>();
    await killInRounds({
      ...{ rounds: others, seed: 3, withinMs: await measureWork({ work: 'migrate', path }) },
      prepare: () => {
        lay();
        return { work: 'migrate', path };
      },
      judge: (_round, said) => {
        const database = new Database(path);
        const version = database.pragma('user_version', { simple: true });
        expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'numbers'").pluck().get()).toBe(
          Number(version) - migrations.length,
        );
        expect(database.prepare('SELECT count(*) FROM checks').pluck().get()).toBe(40);
        database.close();
        if (said.length > 0) expect(version).toBe(migrations.length + 1);
        versions.set(version, (versions.get(version) ?? 0) + 1);
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /history-v.*\.sqlite$/u.test(file)))
          rmSync(join(folder, name));
      },
    });
    expect(versions.get(migrations.length)).toBeGreaterThan(0);
  });

  test(`while it imports leaves all of the file or nothing of it, ${others} times`, { timeout }, async () => {
    const folder = historyOf('i', 10);
    const old = filesIn(folder).main;
    const file = join(folderInMemory(), 'checks.jsonl');
    writeFileSync(
      file,
      Array.from({ length: 1_000 }, (_, index) => jsonLine(checkOf(`n${index % 30}.example`, 80, { startedAtMs: index }))).join(''),
    );
    const lay = (): Readonly<Record<string, string>> => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(fileIn(folder) + suffix, { force: true });
      writeFileSync(fileIn(folder), old);
      return { work: 'import', folder, other: file };
    };
    const counts: number[] = [];
    await killInRounds({
      ...{ rounds: others, seed: 4, withinMs: await measureWork(lay()), prepare: lay },
      judge: (_round, said) => {
        const count = countWhole(folder);
        expect([10, 1_010]).toContain(count);
        if (said[0] === 'taken') expect(count).toBe(1_010);
        counts.push(count);
      },
    });
    expect(counts).toContain(10);
  });

  test(`while it exports leaves the old file or a whole new one, ${others} times`, { timeout }, async () => {
    const folder = historyOf('e', 1_500);
    const target = folderInMemory();
    const path = join(target, 'out.jsonl');
    const order = { work: 'export', folder, other: path };
    const lay = (): typeof order => {
      writeFileSync(path, 'the old file\n');
      return order;
    };
    let unfinished = 0;
    await killInRounds({
      ...{ rounds: others, seed: 5, withinMs: await measureWork(order), prepare: lay },
      judge: (_round, said) => {
        const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
        if (lines[0] === 'the old file') unfinished += 1;
        else expect(lines.filter((line) => line.includes('"outcome"'))).toHaveLength(1_500);
        if (said.length > 0) expect(lines[0]).not.toBe('the old file');
        // What is half has another name.
        expect(readdirSync(target).filter((name) => name !== 'out.jsonl' && !name.startsWith('out.jsonl.part-'))).toEqual([]);
      },
    });
    expect(unfinished).toBeGreaterThan(0);
  });

  test(`while it backs up leaves the old copy or a whole new one, ${others} times`, { timeout }, async () => {
    const folder = historyOf('b', 1_500);
    const path = join(folderInMemory(), 'copy.sqlite');
    const order = { work: 'back_up', path: fileIn(folder), other: path };
    const lay = (): typeof order => {
      writeFileSync(path, 'the old copy');
      return order;
    };
    let unfinished = 0;
    await killInRounds({
      ...{ rounds: others, seed: 6, withinMs: await measureWork(order), prepare: lay },
      judge: (_round, said) => {
        const isOld = readFileSync(path, 'latin1') === 'the old copy';
        if (isOld) unfinished += 1;
        else {
          // An empty file is a whole database, too: it is the rows that tell.
          expect(verify(path)).toEqual({ kind: 'whole' });
          expect(countDocuments(path)).toBe(1_500);
        }
        if (said.length > 0) expect(isOld).toBe(false);
      },
    });
    expect(unfinished).toBeGreaterThan(0);
    expect(countWhole(folder)).toBe(1_500);
  });

  test(`while it restores leaves the old history or the whole backup, ${others} times`, { timeout }, async () => {
    const folder = historyOf('r', 10);
    const old = filesIn(folder).main;
    const backup = join(folderInMemory(), 'backup.sqlite');
    backUp({ path: fileIn(historyOf('s', 300)), partPath: `${backup}.part`, toPath: backup });
    const lay = (): Readonly<Record<string, string>> => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(fileIn(folder), old);
      return { work: 'restore', path: fileIn(folder), other: backup, third: join(folder, 'backups', 'history-before-restore-x.sqlite') };
    };
    const counts: number[] = [];
    await killInRounds({
      ...{ rounds: others, seed: 7, withinMs: await measureWork(lay()), prepare: lay },
      judge: (_round, said) => {
        const count = countWhole(folder);
        expect([10, 300]).toContain(count);
        if (said[0] === 'restored') expect(count).toBe(300);
        counts.push(count);
      },
    });
    expect(counts).toContain(10);
  });

  test(`while it repairs leaves the damaged files untouched or the new history, ${others} times`, { timeout }, async () => {
    const folder = historyOf('d', 100);
    const damaged = filesIn(folder).main.fill(0, 0, 100);
    const path = fileIn(folder);
    const lay = (): Readonly<Record<string, string>> => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(path, damaged);
      copyFileSync(path, `${path}-known`);
      return { work: 'repair', path, other: join(folder, 'no-backup.sqlite') };
    };
    let unfinished = 0;
    await killInRounds({
      ...{ rounds: others, seed: 8, withinMs: await measureWork(lay()), prepare: lay },
      judge: (_round, said) => {
        const isOld = existsSync(path) && readFileSync(path).equals(damaged) && !existsSync(`${path}-repaired`);
        if (said.length > 0) expect(isOld).toBe(false);
        if (isOld) unfinished += 1;
        if (isOld) expect(repair({ path, backups: [], nowMs: Date.now() }, () => undefined)).toMatchObject({ kind: 'repaired' });
        expect(countWhole(folder)).toBe(100);
        const [quarantined = '', ...more] = readdirSync(join(folder, 'quarantine')).filter((name) => name.startsWith('20'));
        expect(more).toEqual([]);
        expect(filesIn(join(folder, 'quarantine', quarantined)).main).toEqual(damaged);
      },
    });
    expect(unfinished).toBeGreaterThan(0);
  });
});
