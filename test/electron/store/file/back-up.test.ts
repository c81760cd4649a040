import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { backUp } from '../../../../electron/store/file/back-up.ts';
import { countChecks } from '../../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../../electron/store/checks/read-check.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { fileIn, openForTest, temporaryFolder } from '../open-for-test.ts';
import { checkOf } from '../sample-check.ts';

/** Where a backup of this test goes. */
function placeIn(folder: string) {
  return { partPath: join(folder, 'copy.part'), toPath: join(folder, 'copy.sqlite') };
}

describe('backUp', () => {
  test('makes a history that opens with every check, while the other one is open and has a log', () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveChecks(
      store,
      Array.from({ length: 500 }, (_, index) => checkOf('a.example', 1 + index)),
    );
    expect(existsSync(`${fileIn(folder)}-wal`)).toBe(true);
    const target = temporaryFolder();
    const end = backUp({ path: fileIn(folder), partPath: join(target, 'part'), toPath: fileIn(target) });
    expect(end).toMatchObject({ kind: 'backed_up', sizeBytes: statSync(fileIn(target)).size });
    const copy = openForTest(target);
    expect(countChecks(copy)).toEqual({ kind: 'read', value: 500 });
    expect(readCheck(copy, 500)).toMatchObject({ kind: 'read', value: { target: { port: 500 } } });
  });

  test('is for this user only, and leaves nothing beside it', () => {
    const folder = temporaryFolder();
    openForTest(folder);
    const target = temporaryFolder();
    backUp({ path: fileIn(folder), ...placeIn(target) });
    expect(statSync(placeIn(target).toPath).mode & 0o777).toBe(0o600);
    expect(readdirSync(target)).toEqual(['copy.sqlite']);
  });

  test('replaces what was there only once it is whole', () => {
    const folder = temporaryFolder();
    openForTest(folder);
    const target = temporaryFolder();
    writeFileSync(placeIn(target).toPath, 'the old copy');
    writeFileSync(fileIn(folder) + '-none', '');
    expect(backUp({ path: join(folder, 'missing.sqlite'), ...placeIn(target) })).toMatchObject({ kind: 'unreadable' });
    expect(readFileSync(placeIn(target).toPath, 'utf8')).toBe('the old copy');
    expect(backUp({ path: fileIn(folder), ...placeIn(target) })).toMatchObject({ kind: 'backed_up' });
    expect(readFileSync(placeIn(target).toPath).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test('of a damaged history says so, and makes no copy', () => {
    const folder = temporaryFolder();
    const bytes = bytesOfHistory();
    writeFileSync(fileIn(folder), Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 0xff)]));
    const target = temporaryFolder();
    expect(backUp({ path: fileIn(folder), ...placeIn(target) })).toMatchObject({ kind: 'unreadable', problem: { kind: 'damaged' } });
    expect(readdirSync(target)).toEqual([]);
  });

  test('into a folder that is not there says so', () => {
    const folder = temporaryFolder();
    openForTest(folder);
    const toPath = join(folder, 'nowhere', 'copy.sqlite');
    expect(backUp({ path: fileIn(folder), partPath: `${toPath}.part`, toPath })).toMatchObject({
      kind: 'not_written',
      problem: { path: toPath },
    });
  });

  test('never writes through somebody else’s link', () => {
    const folder = temporaryFolder();
    openForTest(folder);
    const target = temporaryFolder();
    const { partPath, toPath } = placeIn(target);
    symlinkSync(join(target, 'elsewhere'), partPath);
    expect(backUp({ path: fileIn(folder), partPath, toPath })).toMatchObject({ kind: 'not_written' });
    expect(existsSync(join(target, 'elsewhere'))).toBe(false);
  });
});

function bytesOfHistory(): Buffer {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  saveChecks(
    store,
    Array.from({ length: 100 }, (_, index) => checkOf('a.example', 1 + index)),
  );
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  return readFileSync(fileIn(folder));
}
