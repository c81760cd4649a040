import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { keepHouse } from '../../../electron/store/keep-house.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { trashHosts } from '../../../electron/store/hosts/trash.ts';
import { closeStore, type Store } from '../../../electron/store/store.ts';
import { forgetTypedLines, keepTypedLine } from '../../../electron/store/transcripts/typed-lines.ts';
import { wipeLog } from '../../../electron/store/wipe-log.ts';
import { TRASH_KEPT_MS } from '../../../shared/history/trashed-host.ts';
import { filesWith } from './files-with.ts';
import { openForTest, temporaryFolder } from './open-for-test.ts';
import { checkOf } from './sample-check.ts';

const CANARY = 'words-nobody-else-typed';
const goOn = new AbortController().signal;

/** A history with a line that somebody typed and forgot again. */
function openWithForgotten(folder: string): Store {
  const store = openForTest(folder);
  keepTypedLine(store, { service: 'ftp', line: CANARY, typedAtMs: 1 });
  // Into the file itself, as after many other things.
  store.database.pragma('wal_checkpoint(FULL)');
  forgetTypedLines(store, 'ftp');
  return store;
}

describe('what was deleted', () => {
  test('is in the file and in its log until the log is wiped, and then in neither', async () => {
    const folder = temporaryFolder();
    const store = openWithForgotten(folder);
    expect(filesWith(folder, CANARY)).toEqual(['history.sqlite', 'history.sqlite-wal']);
    await wipeLog(store, goOn);
    expect(filesWith(folder, CANARY)).toEqual([]);
    expect(statSync(`${store.path}-wal`).size).toBe(0);
  });

  test('goes with the log when the history is closed', () => {
    const folder = temporaryFolder();
    closeStore(openWithForgotten(folder));
    expect(filesWith(folder, CANARY)).toEqual([]);
  });

  test('waits while somebody else reads an older state, and goes when keeping house', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    keepTypedLine(store, { service: 'ftp', line: CANARY, typedAtMs: 1 });
    const reader = new Database(store.path, { readonly: true });
    onTestFinished(() => void reader.close());
    reader.exec('BEGIN');
    expect(reader.prepare('SELECT line FROM typed_lines').pluck().all()).toEqual([CANARY]);
    forgetTypedLines(store, 'ftp');
    await wipeLog(store, AbortSignal.timeout(300));
    expect(filesWith(folder, CANARY)).not.toEqual([]);
    // As it was: only these tries wait for nobody.
    expect(store.database.pragma('busy_timeout', { simple: true })).toBe(100);
    reader.exec('COMMIT');
    await keepHouse(store, 2, goOn);
    expect(filesWith(folder, CANARY)).toEqual([]);
  });

  test('is gone a week later with the host it was said of', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    for (let index = 0; index < 300; index += 1)
      saveCheck(store, checkOf(index % 2 === 0 ? `${CANARY}.example` : 'kept.example', 21, { startedAtMs: index }));
    trashHosts(store, { hostIds: [1], nowMs: 1_000 });
    await keepHouse(store, 2_000, goOn);
    expect(filesWith(folder, CANARY)).not.toEqual([]);
    await keepHouse(store, 1_001 + TRASH_KEPT_MS, goOn);
    expect(filesWith(folder, CANARY)).toEqual([]);
    expect(filesWith(folder, 'kept.example')).toEqual(['history.sqlite']);
  });

  test('touches nothing where nothing was written since: there is nothing to back up then', async () => {
    const store = openWithForgotten(temporaryFolder());
    await wipeLog(store, goOn);
    const times = (): readonly number[] => [store.path, `${store.path}-wal`].map((file) => statSync(file).mtimeMs);
    const before = times();
    await setTimeout(20);
    await wipeLog(store, goOn);
    expect(times()).toEqual(before);
  });

  test('harms nothing where the history is closed meanwhile', async () => {
    const store = openForTest();
    closeStore(store);
    await expect(wipeLog(store, goOn)).resolves.toBeUndefined();
  });
});
