import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { importFile } from '../../../electron/transfer/import-file.ts';
import { restoreHistory } from '../../../electron/transfer/restore-history.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { describeTransferProblem } from '../../../shared/text/describe-transfer-problem.ts';
import { english } from '../../../shared/text/english.ts';
import { textsThatHide } from '../../support/hostile/hidden-text.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { sampleCheck } from '../store/sample-check.ts';
import { never, workerFile } from './worker-file.ts';

/** Files that are no export, each written where it is told to. */
const files: Readonly<Record<string, (path: string) => void>> = {
  'another database': (path) =>
    new Database(path).exec('CREATE TABLE checks (id INTEGER PRIMARY KEY); INSERT INTO checks VALUES (1)').close(),
  'a packed export': (path) => writeFileSync(path, gzipSync(jsonLine(sampleCheck()))),
  'one line of 20 MB': (path) => writeFileSync(path, Buffer.alloc(20_000_000, 'x')),
  'a text of 20 MB in one line of JSON': (path) =>
    writeFileSync(path, JSON.stringify({ ...sampleCheck(), vantage: 'x'.repeat(20_000_000) })),
  'random bytes': (path) =>
    writeFileSync(
      path,
      Uint8Array.from({ length: 100_000 }, (_, place) => (place * 7_919) % 251),
    ),
  zeros: (path) => writeFileSync(path, Buffer.alloc(100_000)),
  'a page': (path) => writeFileSync(path, '<!doctype html><script>alert(1)</script>'),
  'a table': (path) => writeFileSync(path, 'host,port\r\n=cmd|calc,80\r\n'),
  'orders to a terminal': (path) => writeFileSync(path, '{"\u001b]0;owned\u0007\u202e": 1}\n'),
  'a good line and then half a line': (path) =>
    writeFileSync(path, jsonLine(sampleCheck({ startedAtMs: 5 })) + jsonLine(sampleCheck()).slice(0, 300)),
  'a folder': (path) => mkdirSync(path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a device without an end': (path) => symlinkSync('/dev/zero', path),
  'nothing at all': () => undefined,
};

const onProgress = (): void => undefined;

describe.runIf(process.platform === 'linux')('a file that is no export and no backup:', () => {
  test.each(Object.keys(files))('%s is refused with one sentence, and the history stays as it was', async (name) => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, sampleCheck());
    const path = join(temporaryFolder(), 'handed-over');
    files[name]!(path);
    const imported = await importFile({ file: { path, folder, vantage: null, isPreview: false }, workerFile, onProgress }, never);
    const wish = { path: fileIn(folder), fromPath: path, nowMs: Date.now(), workerFile, onProgress };
    const restored = await restoreHistory(wish, never);
    expect(restored.kind).toBe('unusable');
    for (const end of [imported, restored]) {
      const sentence = describeTransferProblem(end, english);
      expect(sentence).toMatch(/^[^\n]{10,400}$/u);
      expect(textsThatHide(sentence)).toEqual([]);
    }
    expect(countChecks(store)).toMatchObject({ value: 1 });
    expect(store.database.pragma('quick_check', { simple: true })).toBe('ok');
  });
});
