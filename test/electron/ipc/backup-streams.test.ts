import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { createBackupHandlers } from '../../../electron/ipc/backup-streams.ts';
import { createFollowHistory } from '../../../electron/ipc/follow-history-stream.ts';
import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { saveCheck, saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { openStore } from '../../../electron/store/open.ts';
import { closeStore, type Store } from '../../../electron/store/store.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { workerFile } from '../transfer/worker-file.ts';
import { personNaming } from './dialogs.ts';
import { told } from './told.ts';

const never = new AbortController().signal;

function storeOf(count: number, folder = temporaryFolder()): Store {
  const store = openForTest(folder);
  saveChecks(
    store,
    Array.from({ length: count }, (_, index) => checkOf('a.example', 80, { startedAtMs: 1_000 + index })),
  );
  return store;
}

function windowWith(store: Store, path: string | null = null) {
  return createBackupHandlers({ history: { kind: 'open', store }, dialogs: personNaming(path).dialogs, workerFile });
}

const countIn = (store: Store): unknown => {
  const count = countChecks(store);
  return count.kind === 'read' ? count.value : count.problem;
};

/** The names of the backups that are listed, newest first. */
function listed({ listBackups }: ReturnType<typeof windowWith>) {
  const answer = listBackups(null);
  if (answer instanceof Promise || answer.kind !== 'listed') throw new Error('Not listed.');
  return answer.rows;
}

describe('backups of the window', () => {
  test('are made into a folder of their own, listed, and put back while the history stays open', async () => {
    const store = storeOf(2_000);
    const window = windowWith(store);
    expect(listed(window)).toEqual([]);
    const made = await told('backUpHistory', window.backUpHistory({ to: 'own_folder' }, never));
    expect(made.at(-1)).toMatchObject({ kind: 'backed_up', path: expect.stringContaining('backups') as string });
    const [backup] = listed(window);
    expect(backup).toMatchObject({ reason: 'asked_for', sizeBytes: (made.at(-1) as { sizeBytes: number }).sizeBytes });

    saveCheck(store, checkOf('b.example', 443));
    const stop = new AbortController();
    const following = told('followHistory', createFollowHistory({ kind: 'open', store })(null, stop.signal), () => stop.abort());
    const from = { kind: 'listed', name: backup!.name } as const;
    const restored = await told('restoreHistory', window.restoreHistory({ from }, never));
    const end = restored.at(-1);
    if (end?.kind !== 'restored' || end.keptName === null) throw new Error(end?.kind);
    expect(countIn(store)).toBe(2_000);
    expect(await following).toEqual([{ kind: 'changed' }]);
    expect(listed(window)[0]).toMatchObject({ name: end.keptName, reason: 'before_restore' });

    const back = { kind: 'listed', name: end.keptName } as const;
    expect((await told('restoreHistory', window.restoreHistory({ from: back }, never))).at(-1)?.kind).toBe('restored');
    expect(countIn(store)).toBe(2_001);
  });

  test('go where the person says, and come back from there', async () => {
    const path = join(temporaryFolder(), 'copy.sqlite');
    writeFileSync(path, 'an older copy that the dialog asked about');
    const made = await told('backUpHistory', windowWith(storeOf(3), path).backUpHistory({ to: 'chosen_file' }, never));
    expect([made[0]?.kind, made.at(-1)]).toEqual(['choosing', { kind: 'backed_up', path, sizeBytes: expect.any(Number) as number }]);
    const other = storeOf(1);
    const restored = await told('restoreHistory', windowWith(other, path).restoreHistory({ from: { kind: 'chosen_file' } }, never));
    expect(restored.at(-1)?.kind).toBe('restored');
    expect(countIn(other)).toBe(3);
  });

  test('are not written over the history, nor where nothing can be written', async () => {
    const folder = temporaryFolder();
    const store = storeOf(1, folder);
    const over = windowWith(store, fileIn(folder));
    expect((await told('backUpHistory', over.backUpHistory({ to: 'chosen_file' }, never))).at(-1)).toEqual({ kind: 'is_history' });
    expect((await told('restoreHistory', over.restoreHistory({ from: { kind: 'chosen_file' } }, never))).at(-1)).toEqual({
      kind: 'is_history',
    });
    const nowhere = windowWith(store, join(folder, 'nowhere', 'copy.sqlite'));
    expect((await told('backUpHistory', nowhere.backUpHistory({ to: 'chosen_file' }, never))).at(-1)?.kind).toBe('not_written');
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    expect((await told('backUpHistory', nowhere.backUpHistory({ to: 'own_folder' }, never))).at(-1)?.kind).toBe('not_written');
    expect(countIn(store)).toBe(1);
  });

  test('that are gone, no backups, dismissed or stopped leave the history as it was', async () => {
    const store = storeOf(1);
    const window = windowWith(store);
    const gone = { kind: 'listed', name: 'history-gone.sqlite' } as const;
    expect(await told('restoreHistory', window.restoreHistory({ from: gone }, never))).toEqual([{ kind: 'gone' }]);
    const chosen = { from: { kind: 'chosen_file' } } as const;
    expect((await told('restoreHistory', window.restoreHistory(chosen, never))).at(-1)).toEqual({ kind: 'dismissed' });
    expect((await told('backUpHistory', window.backUpHistory({ to: 'chosen_file' }, never))).at(-1)).toEqual({ kind: 'dismissed' });
    const path = join(temporaryFolder(), 'no backup.sqlite');
    writeFileSync(path, 'no database at all '.repeat(100));
    expect((await told('restoreHistory', windowWith(store, path).restoreHistory(chosen, never))).at(-1)).toMatchObject({
      kind: 'unusable',
      problem: { kind: 'not_a_store' },
    });
    expect((await told('backUpHistory', window.backUpHistory({ to: 'own_folder' }, AbortSignal.abort()))).at(-1)).toEqual({
      kind: 'stopped',
    });
    expect(listed(window)).toEqual([]);
    expect(countIn(store)).toBe(1);
  });

  test('only files that are named as Sonde names them are listed, and why they were made', () => {
    const store = storeOf(1);
    const folder = join(dirname(store.path), 'backups');
    mkdirSync(folder);
    mkdirSync(join(folder, 'history-a-folder.sqlite'));
    for (const name of ['history-v1-2026.sqlite', 'history-before-restore-2026.sqlite', 'notes.txt', 'history-2026.sqlite.part-7'])
      writeFileSync(join(folder, name), 'x');
    const rows = listed(windowWith(store));
    expect(rows.map(({ name, reason }) => [name, reason]).toSorted()).toEqual([
      ['history-before-restore-2026.sqlite', 'before_restore'],
      ['history-v1-2026.sqlite', 'before_update'],
    ]);
  });

  test('of a history that did not open say why, and are listed all the same', async () => {
    const problem = { kind: 'newer_schema', path: '/history.sqlite', detail: 'a test' } as const;
    const window = createBackupHandlers({ history: { kind: 'unusable', problem }, dialogs: personNaming(null).dialogs, workerFile });
    expect(window.listBackups(null)).toEqual({ kind: 'listed', rows: [], unreadableCount: 0 });
    expect(await told('backUpHistory', window.backUpHistory({ to: 'own_folder' }, never))).toEqual([{ kind: 'unreadable', problem }]);
    expect(await told('restoreHistory', window.restoreHistory({ from: { kind: 'chosen_file' } }, never))).toEqual([
      { kind: 'not_written', problem },
    ]);
  });

  test('come back although the history is too damaged to open, and it is used on without a restart', async () => {
    const path = join(temporaryFolder(), 'copy.sqlite');
    await told('backUpHistory', windowWith(storeOf(3), path).backUpHistory({ to: 'chosen_file' }, never));
    const folder = temporaryFolder();
    closeStore(storeOf(1, folder));
    writeFileSync(fileIn(folder), 'no database at all '.repeat(1_000));
    const history = openStore(folder);
    expect(history).toMatchObject({ kind: 'unusable', problem: { kind: 'damaged' } });
    const window = createBackupHandlers({ history, dialogs: personNaming(path).dialogs, workerFile });
    expect((await told('restoreHistory', window.restoreHistory({ from: { kind: 'chosen_file' } }, never))).at(-1)).toEqual({
      kind: 'restored',
      keptName: null,
    });
    if (history.kind === 'unusable') throw new Error(history.problem.detail);
    expect(countIn(history.store)).toBe(3);
    closeStore(history.store);
    const [quarantined = ''] = readdirSync(join(folder, 'quarantine')).filter((name) => name !== 'lock');
    expect(readFileSync(join(folder, 'quarantine', quarantined, 'history.sqlite'), 'utf8')).toContain('no database at all');
  });
});
