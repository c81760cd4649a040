import { describe, expect, test } from 'vitest';

import { findRuntimeProblem, findSqliteProblem } from '../../../electron/store/runtime.ts';
import { fileIn, openForTest, temporaryFolder } from './open-for-test.ts';
import { runProcess } from './run-process.ts';

describe('the runtime of the store', () => {
  test.each(['18.20.4', '20.19.5', '21.9.0'])('Node %s is refused in one sentence', (version) => {
    expect(findRuntimeProblem(version, 'x')).toEqual({
      kind: 'unsupported_runtime',
      path: 'x',
      detail: `The history needs Node 22 or newer; this is Node ${version}.`,
    });
  });

  test.each(['22.0.0', '22.12.0', '24.15.0', '100.0.0'])('Node %s is fine', (version) => {
    expect(findRuntimeProblem(version, 'x')).toBeNull();
  });

  test.each([
    ['3.50.7', true],
    ['3.51.2', true],
    ['3.51.3', false],
    ['3.51.10', false],
    ['3.52.0', false],
    ['4.0.0', false],
  ])('SQLite %s may corrupt a write-ahead log: %s', (version, isRefused) => {
    expect(findSqliteProblem(version, 'x') !== null).toBe(isRefused);
  });

  test('the bundled SQLite has the fix of the write-ahead log', () => {
    const version = String(openForTest().database.prepare('SELECT sqlite_version()').pluck().get());
    expect(findSqliteProblem(version, 'x')).toBeNull();
  });

  test('an old Node is told so before the native library, which would end it, is loaded', async () => {
    const folder = temporaryFolder();
    const refused = JSON.parse(await runProcess('open-on-old-node.ts', folder, '20.19.5'));
    expect(refused).toMatchObject({
      kind: 'unusable',
      problem: { kind: 'unsupported_runtime', path: fileIn(folder) },
      isLoaded: false,
    });
    const accepted = JSON.parse(await runProcess('open-on-old-node.ts', folder, '24.21.0'));
    expect(accepted).toMatchObject({ kind: 'open', isLoaded: true });
  });
});
