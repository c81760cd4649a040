import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { patiently } from '../../../electron/store/patiently.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { importFile, type ImportWish } from '../../../electron/transfer/import-file.ts';
import type { FileToTake } from '../../../electron/transfer/take-in-file.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { never, workerFile } from './worker-file.ts';

/** A file of so many checks, and what else is to stand in it. */
function fileOf(count: number, more = ''): string {
  const path = join(temporaryFolder(), 'checks.jsonl');
  const lines = Array.from({ length: count }, (_, index) =>
    jsonLine(checkOf(`h${index % 50}.example`, 80, { startedAtMs: 1_000 + index })),
  );
  writeFileSync(path, lines.join('') + more);
  return path;
}

function wishFor(
  file: Partial<FileToTake> & Pick<FileToTake, 'path' | 'folder'>,
  onProgress: ImportWish['onProgress'] = () => undefined,
): ImportWish {
  return { file: { vantage: null, isPreview: false, ...file }, workerFile, onProgress };
}

describe('importFile', () => {
  test('takes a file in, and another connection sees it at once', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const end = await importFile(wishFor({ path: fileOf(3_000), folder }), never);
    expect(end).toMatchObject({ kind: 'taken', counts: { newCheckCount: 3_000, newHostCount: 50 } });
    expect(countChecks(store)).toMatchObject({ value: 3_000 });
  });

  test('previews without changing anything', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    expect(await importFile(wishFor({ path: fileOf(10), folder, isPreview: true }), never)).toMatchObject({
      counts: { newCheckCount: 10 },
    });
    expect(countChecks(store)).toMatchObject({ value: 0 });
  });

  test('names the line that is wrong, and changes nothing', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const end = await importFile(wishFor({ path: fileOf(600, '{"no":"check"}\n'), folder }), never);
    expect(end).toMatchObject({ kind: 'bad_line', problem: { lineNumber: 601 } });
    expect(countChecks(store)).toMatchObject({ value: 0 });
  });

  test('changes nothing when it is stopped in the middle, and the history is free again', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const controller = new AbortController();
    const end = await importFile(
      wishFor({ path: fileOf(20_000), folder }, () => controller.abort()),
      controller.signal,
    );
    expect(end).toEqual({ kind: 'stopped' });
    expect(countChecks(store)).toMatchObject({ value: 0 });
    expect(saveCheck(store, checkOf('a.example', 80))).toMatchObject({ kind: 'saved' });
  });

  test('makes whoever else writes wait, and loses nothing of theirs', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    const importing = importFile(wishFor({ path: fileOf(20_000), folder }), never);
    const ends: string[] = [];
    const state = { isImporting: true };
    void importing.then(() => (state.isImporting = false));
    while (state.isImporting) {
      ends.push((await patiently(() => saveCheck(store, checkOf('own.example', 80, { startedAtMs: 1 + ends.length })))).kind);
      await setImmediate();
    }
    expect(await importing).toMatchObject({ kind: 'taken', counts: { newCheckCount: 20_000 } });
    expect(new Set(ends)).toEqual(new Set(['saved']));
    expect(countChecks(store)).toMatchObject({ value: 20_000 + ends.length });
    expect(readdirSync(folder).filter((name) => name.endsWith('-writing'))).toEqual([]);
  });

  test('says that a file is not there, or is no file', async () => {
    const folder = temporaryFolder();
    const missing = join(folder, 'missing.jsonl');
    expect(await importFile(wishFor({ path: missing, folder }), never)).toMatchObject({
      kind: 'file_unreadable',
      problem: { path: missing },
    });
    expect(await importFile(wishFor({ path: folder, folder }), never)).toMatchObject({
      kind: 'file_unreadable',
      problem: { detail: expect.stringContaining('EISDIR') },
    });
  });

  test('says that the history cannot be used', async () => {
    const folder = temporaryFolder();
    writeFileSync(fileIn(folder), 'this is no database, and long enough to be looked at as one'.repeat(20));
    expect(await importFile(wishFor({ path: fileOf(1), folder }), never)).toMatchObject({
      kind: 'store_unusable',
      problem: { kind: 'not_a_store' },
    });
  });
});
