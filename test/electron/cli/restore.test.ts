import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { openStore } from '../../../electron/store/open.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { checkOf } from '../store/sample-check.ts';
import { checksIn, sonde, temporaryFolder } from './sonde.ts';

/** A folder with a history of so many checks of this host. */
function historyOf(host: string, count: number): string {
  const folder = temporaryFolder();
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  saveChecks(
    opening.store,
    Array.from({ length: count }, (_, index) => checkOf(host, 80, { startedAtMs: 1_000 + index })),
  );
  closeStore(opening.store);
  return folder;
}

async function backupOf(folder: string): Promise<string> {
  const file = join(temporaryFolder(), 'copy.sqlite');
  expect(await sonde(['backup', file, '--data', folder])).toMatchObject({ exitCode: 0 });
  return file;
}

const countIn = async (folder: string): Promise<number> => checksIn((await sonde(['history', '--json', '--data', folder])).stdout).length;

describe('sonde restore', () => {
  test('puts a copy into an empty history', async () => {
    const [file, to] = [await backupOf(historyOf('a.example', 3)), temporaryFolder()];
    const { stdout, stderr, exitCode } = await sonde(['restore', file, '--data', to]);
    expect(stdout).toMatch(/^The history was replaced by the copy\. .+\.sqlite\.\n$/u);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(await countIn(to)).toBe(3);
  });

  test('replaces a history only with --force, and what was there can be put back', async () => {
    const [file, to] = [await backupOf(historyOf('a.example', 3)), historyOf('b.example', 2)];
    expect(await sonde(['restore', file, '--data', to])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await countIn(to)).toBe(2);
    expect(await sonde(['restore', file, '--force', '--data', to])).toMatchObject({ exitCode: 0 });
    expect(await countIn(to)).toBe(3);
    const [kept] = readdirSync(join(to, 'backups'));
    expect(await sonde(['restore', join(to, 'backups', kept!), '--force', '--data', to])).toMatchObject({ exitCode: 0 });
    expect(await countIn(to)).toBe(2);
  });

  test('does not restore the history from itself', async () => {
    const folder = historyOf('a.example', 1);
    expect(await sonde(['restore', join(folder, 'history.sqlite'), '--force', '--data', folder])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('the history itself'),
    });
  });
});
