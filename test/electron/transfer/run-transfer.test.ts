import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { backUpHistory } from '../../../electron/transfer/back-up-history.ts';
import { importFile } from '../../../electron/transfer/import-file.ts';
import { restoreHistory } from '../../../electron/transfer/restore-history.ts';
import { runTransfer } from '../../../electron/transfer/run-transfer.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { never } from './worker-file.ts';

/** A real thread that goes wrong in this way. */
function thread(source: string): URL {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads'; ${source}`);
  return pathToFileURL(file);
}

const HANGS = 'for (;;);';
const job = { kind: 'back_up', order: { path: '', partPath: '', toPath: '' } } as const;
const silentLimitMs = 1_000;

function run(source: string, growing: readonly string[] = [], signal = never) {
  return runTransfer({ job, workerFile: thread(source), onProgress: () => undefined, growing, silentLimitMs }, signal);
}

describe('a thread of a transfer', () => {
  test.each([
    ['throws', `throw new Error('a planted fault');`, /a planted fault/u],
    ['ends without a word', 'process.exit(0);', /without a word \(exit code 0\)/u],
    ['ends with a code', 'process.exit(9);', /without a word \(exit code 9\)/u],
  ])('that %s is a bug, not a stop', async (_how, source, message) => {
    await expect(run(source)).rejects.toThrow(message);
  });

  test('that hangs in a loop, or waits for ever, is given up', async () => {
    expect(await run(HANGS)).toEqual({ kind: 'silent' });
    expect(await run('setInterval(() => undefined, 1e6);')).toEqual({ kind: 'silent' });
  });

  test('that hangs is ended when the person stops it', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect(await run(HANGS, [], stop.signal)).toEqual({ kind: 'stopped' });
  });

  test('that says nothing for long, but tells its progress or lets its file grow, is waited for', async () => {
    const file = join(temporaryFolder(), 'grows');
    writeFileSync(file, '');
    const timer = setInterval(() => appendFileSync(file, 'more'), 100);
    const ends = (share: string): string => `setTimeout(() => { ${share} }, 2_500);`;
    const end = `parentPort.postMessage({ kind: 'ended', end: { kind: 'backed_up', sizeBytes: 1 } }); process.exit(0);`;
    expect(await run(ends(end), [file])).toEqual({ kind: 'backed_up', sizeBytes: 1 });
    clearInterval(timer);
    const tells = `setInterval(() => parentPort.postMessage({ kind: 'progress', share: 0.5 }), 100);`;
    expect(await run(`${tells} ${ends(end)}`)).toEqual({ kind: 'backed_up', sizeBytes: 1 });
  });
});

describe('a transfer whose thread hangs', () => {
  test('says so, and the history is as it was and goes on', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveCheck(store, checkOf('a.example', 80));
    const path = fileIn(folder);
    const before = readdirSync(folder).toSorted();
    const bytes = readFileSync(path);
    const hanging = { workerFile: thread(HANGS), onProgress: () => undefined, silentLimitMs };
    const problem = { kind: 'failed', detail: expect.stringContaining('did not answer') as unknown };

    const toPath = join(temporaryFolder(), 'copy.sqlite');
    expect(await backUpHistory({ ...hanging, path, toPath, mayReplace: false }, never)).toMatchObject({ kind: 'not_written', problem });
    expect(await restoreHistory({ ...hanging, path, fromPath: toPath, nowMs: 1 }, never)).toMatchObject({ kind: 'not_restored', problem });
    const file = { folder, path: toPath, vantage: null, isPreview: false };
    expect(await importFile({ ...hanging, file }, never)).toMatchObject({ kind: 'not_taken', problem });

    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(before);
    expect(saveCheck(store, checkOf('a.example', 81))).toMatchObject({ kind: 'saved', id: 2 });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 2 });
  });
});
