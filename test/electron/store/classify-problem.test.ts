import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { classifyProblem } from '../../../electron/store/classify-problem.ts';
import { temporaryFolder } from './open-for-test.ts';

describe('classifyProblem', () => {
  test.each([
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['SQLITE_LOCKED', 'locked'],
    ['SQLITE_PROTOCOL', 'locked'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_READONLY_DBMOVED', 'read_only'],
    ['SQLITE_CANTOPEN', 'no_permission'],
    ['SQLITE_PERM', 'no_permission'],
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'not_a_store'],
    ['SQLITE_IOERR_FSYNC', 'failed'],
    ['SQLITE_CONSTRAINT_NOTNULL', 'failed'],
    ['SQLITE_ERROR', 'failed'],
  ])('%s means %s, and keeps the words of SQLite', (code, kind) => {
    expect(classifyProblem(new Database.SqliteError('words', code), 'x')).toEqual({ kind, path: 'x', detail: `${code}: words` });
  });

  test.each([
    ['EACCES', 'no_permission'],
    ['EPERM', 'no_permission'],
    ['EROFS', 'read_only'],
    ['ENOSPC', 'disk_full'],
    ['ENOTDIR', 'failed'],
  ])('%s of the file system means %s', (code, kind) => {
    const error = Object.assign(new Error('words'), { code, syscall: 'mkdir' });
    expect(classifyProblem(error, 'x')).toEqual({ kind, path: 'x', detail: 'words' });
  });

  test('an error of the file system as Node really throws it is a value', () => {
    const folder = temporaryFolder();
    expect(() => mkdirSync(folder)).toThrow();
    try {
      mkdirSync(folder);
    } catch (error) {
      expect(classifyProblem(error, folder)).toMatchObject({ kind: 'failed', path: folder });
    }
  });

  test('a bug is thrown again', () => {
    const bug = new TypeError('The database connection is not open');
    expect(() => classifyProblem(bug, 'x')).toThrow(bug);
  });
});
