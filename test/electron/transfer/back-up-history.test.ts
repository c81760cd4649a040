import { existsSync, linkSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { saveCheck, saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { backUpHistory, type BackUpWish } from '../../../electron/transfer/back-up-history.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { never, workerFile } from './worker-file.ts';

function wishFor(folder: string, changes: Partial<BackUpWish> = {}): BackUpWish {
  return {
    path: fileIn(folder),
    toPath: join(temporaryFolder(), 'history.sqlite'),
    mayReplace: false,
    workerFile,
    onProgress: () => undefined,
    ...changes,
  };
}

describe('backUpHistory', () => {
  test('copies the history while it is written to, and the copy opens', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveChecks(
      store,
      Array.from({ length: 2_000 }, (_, index) => checkOf('a.example', 1 + index)),
    );
    const target = temporaryFolder();
    const copying = backUpHistory(wishFor(folder, { toPath: fileIn(target) }), never);
    let saved = 0;
    const saving = setInterval(() => {
      if (saveCheck(store, checkOf('b.example', 80)).kind === 'saved') saved += 1;
    }, 5);
    const end = await copying;
    clearInterval(saving);
    expect(end).toMatchObject({ kind: 'backed_up' });
    const count = countChecks(openForTest(target));
    expect(count.kind === 'read' ? count.value : 0).toBeGreaterThanOrEqual(2_000);
    expect(count.kind === 'read' ? count.value : 0).toBeLessThanOrEqual(2_000 + saved);
  });

  test('does not replace a file unless a person agreed', async () => {
    const folder = temporaryFolder();
    openForTest(folder);
    const toPath = join(temporaryFolder(), 'there.sqlite');
    writeFileSync(toPath, 'mine');
    expect(await backUpHistory(wishFor(folder, { toPath }), never)).toEqual({ kind: 'exists' });
    expect(await backUpHistory(wishFor(folder, { toPath, mayReplace: true }), never)).toMatchObject({ kind: 'backed_up' });
  });

  test('is never written over the history itself, by whatever name', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('a.example', 80));
    const link = join(folder, 'other-name.sqlite');
    linkSync(fileIn(folder), link);
    for (const toPath of [fileIn(folder), link, join(folder, '.', 'history.sqlite')]) {
      expect(await backUpHistory(wishFor(folder, { toPath, mayReplace: true }), never)).toEqual({ kind: 'is_history' });
    }
    expect(countChecks(store)).toMatchObject({ value: 1 });
  });

  test('leaves nothing behind when it is stopped', async () => {
    const folder = temporaryFolder();
    saveChecks(
      openForTest(folder),
      Array.from({ length: 3_000 }, (_, index) => checkOf('a.example', 1 + index)),
    );
    const target = temporaryFolder();
    const controller = new AbortController();
    const copying = backUpHistory(wishFor(folder, { toPath: join(target, 'x.sqlite') }), controller.signal);
    controller.abort();
    expect(await copying).toEqual({ kind: 'stopped' });
    expect(readdirSync(target)).toEqual([]);
    expect(await backUpHistory(wishFor(folder, { toPath: join(target, 'x.sqlite') }), AbortSignal.abort())).toEqual({ kind: 'stopped' });
  });

  test('says when the history is not there', async () => {
    const wish = wishFor(temporaryFolder());
    expect(await backUpHistory(wish, never)).toMatchObject({ kind: 'unreadable' });
    expect(existsSync(wish.path)).toBe(false);
  });
});
