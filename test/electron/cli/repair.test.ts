import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { openStore } from '../../../electron/store/open.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { checkOf } from '../store/sample-check.ts';
import { sonde, temporaryFolder } from './sonde.ts';

/** A folder with a history of so many checks, and its file. */
function historyOf(count: number): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  saveChecks(
    opening.store,
    Array.from({ length: count }, (_, index) => checkOf('a.example', 80, { startedAtMs: 1_000 + index })),
  );
  closeStore(opening.store);
  return { folder, file: join(folder, 'history.sqlite') };
}

function loseHeader(file: string): void {
  writeFileSync(file, readFileSync(file).fill(0, 0, 100));
}

describe('sonde repair', () => {
  test('brings a damaged history back, tells what became of it, and keeps the damaged file', async () => {
    const { folder, file } = historyOf(30);
    loseHeader(file);
    expect(await sonde(['history', '--data', folder])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('damaged') as string });
    const { stdout, stderr, exitCode } = await sonde(['repair', '--yes', '--data', folder]);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'The history was repaired.',
      '30\u00a0checks read from the damaged file.',
      'No check is lost.',
    ]);
    expect(stdout).toContain(join(folder, 'quarantine'));
    expect(await sonde(['history', '--data', folder])).toMatchObject({ exitCode: 0 });
    expect(await sonde(['repair', '--yes', '--data', folder])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Nothing is wrong') as string,
    });
  });

  test('asks first: where nobody can be asked, nothing is changed without --yes', async () => {
    const { folder, file } = historyOf(1);
    loseHeader(file);
    const before = readFileSync(file);
    expect(await sonde(['repair', '--data', folder])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--yes') as string });
    expect(readFileSync(file)).toEqual(before);
  });

  test('says with its exit code and as JSON when checks are lost', async () => {
    const { folder, file } = historyOf(5);
    writeFileSync(file, 'no database at all '.repeat(5_000));
    const { stdout, exitCode } = await sonde(['repair', '--yes', '--json', '--data', folder]);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'repaired', counts: { salvagedCount: 0, fromBackupCount: 0, lostCount: null } });
    expect(exitCode).toBe(1);
  });

  test('leaves alone what is no history, and says where there is none', async () => {
    const folder = temporaryFolder();
    expect(await sonde(['repair', '--yes', '--data', folder])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no history') as string,
    });
    expect(readdirSync(folder)).toEqual([]);
    const file = join(folder, 'history.sqlite');
    writeFileSync(file, 'my notes '.repeat(5_000));
    expect(await sonde(['repair', '--yes', '--data', folder])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('not a history') as string,
    });
    expect(readFileSync(file, 'utf8')).toContain('my notes');
    expect(await sonde(['repair', 'file.sqlite'])).toMatchObject({ exitCode: 2 });
    expect((await sonde(['repair', '--help'])).stdout).toContain('quarantine');
  });

  test('a backup is restored with --force although the history is too damaged to open', async () => {
    const { folder, file } = historyOf(4);
    const copy = join(temporaryFolder(), 'copy.sqlite');
    expect(await sonde(['backup', copy, '--data', folder])).toMatchObject({ exitCode: 0 });
    writeFileSync(file, 'no database at all '.repeat(5_000));
    expect(await sonde(['restore', copy, '--data', folder])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--force') as string,
    });
    expect(await sonde(['restore', copy, '--force', '--data', folder])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('quarantine') as string,
    });
    expect(await sonde(['history', '--data', folder])).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(folder, 'quarantine'))).toBe(true);
  });
});
