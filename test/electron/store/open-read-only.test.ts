import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { fileIn, openForTest, temporaryFolder } from './open-for-test.ts';
import { processFile, run, runProcess } from './run-process.ts';
import { sampleCheck } from './sample-check.ts';

const readable = { kind: 'open', hosts: ['ftp.example.com'] };

describe.skipIf(process.platform === 'win32')('a history that cannot be written', () => {
  test('is read when only its file is protected, and saving says why it does not', async () => {
    const folder = historyOfOneCheck();
    chmodSync(folder, 0o777);
    chmodSync(fileIn(folder), 0o444);
    expect(await useAsStranger(folder)).toEqual({ ...readable, unwritable: 'no_permission', saved: 'no_permission' });
  });

  test('is read when its folder is protected and nothing can be put beside it', async () => {
    const folder = historyOfOneCheck();
    chmodSync(fileIn(folder), 0o444);
    chmodSync(folder, 0o555);
    expect(await useAsStranger(folder)).toEqual({ ...readable, unwritable: 'no_permission', saved: 'no_permission' });
  });

  test('is read while its owner has it open and writes', async () => {
    const folder = temporaryFolder();
    saveCheck(openForTest(folder), sampleCheck());
    for (const ending of ['', '-wal', '-shm']) chmodSync(fileIn(folder) + ending, 0o444);
    chmodSync(folder, 0o555);
    expect(await useAsStranger(folder)).toEqual({ ...readable, unwritable: 'no_permission', saved: 'no_permission' });
  });

  test('is unusable rather than shown without its newest checks, when their log cannot be read', async () => {
    const folder = temporaryFolder();
    const busy = temporaryFolder();
    const store = openForTest(busy);
    saveCheck(store, sampleCheck());
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    saveCheck(store, sampleCheck());
    for (const ending of ['', '-wal']) {
      copyFileSync(fileIn(busy) + ending, fileIn(folder) + ending);
      chmodSync(fileIn(folder) + ending, 0o444);
    }
    chmodSync(folder, 0o555);
    expect(await useAsStranger(folder)).toEqual({ kind: 'unusable', problem: 'no_permission' });
  });

  test('is unusable for lack of permission when it cannot even be read', async () => {
    const folder = historyOfOneCheck();
    chmodSync(fileIn(folder), 0o000);
    chmodSync(folder, 0o555);
    expect(await useAsStranger(folder)).toEqual({ kind: 'unusable', problem: 'no_permission' });
  });

  test('is unusable for lack of permission when it does not exist and cannot be made', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(await useAsStranger(folder)).toEqual({ kind: 'unusable', problem: 'no_permission' });
    expect(await useAsStranger(join(folder, 'deeper'))).toEqual({ kind: 'unusable', problem: 'no_permission' });
  });
});

const noNamespace = process.platform !== 'linux' || process.getuid?.() !== 0;

// Mounts live in a namespace of their own and go away with it; only root may make one.
describe.skipIf(noNamespace)('a history on a disk that is not as it should be (needs root on Linux)', () => {
  test('is read on a disk mounted read-only, and saving says so', async () => {
    const folder = historyOfOneCheck();
    const output = await inMountNamespace(`mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"`, folder, 'use-as-stranger.ts');
    expect(JSON.parse(output)).toEqual({ ...readable, unwritable: 'read_only', saved: 'read_only' });
  });

  test('says "disk full" on a full disk, of an export, a copy and a session as well, loses nothing it acknowledged, and saves again once there is room', async () => {
    const folder = join(temporaryFolder(), 'disk');
    mkdirSync(folder);
    const result = JSON.parse(await inMountNamespace(`mount -t tmpfs -o size=2m tmpfs "$1"`, folder, 'fill-disk.ts'));
    expect(result).toMatchObject({ full: 'disk_full', afterwards: 'saved', verdict: 'ok' });
    const refused = { transcript: 'not_written', backup: 'not_written', exported: 'not_written', daily: 'no_room' };
    expect(result.elsewhere).toEqual({ ...refused, isTidy: true });
    expect(result.acknowledged.length).toBeGreaterThan(10);
    expect(result.kept).toEqual(result.acknowledged);
  });
});

function historyOfOneCheck(): string {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  saveCheck(store, sampleCheck());
  closeStore(store);
  return folder;
}

async function useAsStranger(folder: string): Promise<unknown> {
  // Whoever runs the tests may clean up only what they may enter again.
  onTestFinished(() => {
    if (existsSync(folder)) chmodSync(folder, 0o755);
  });
  return JSON.parse(await runProcess('use-as-stranger.ts', folder, 'stranger'));
}

async function inMountNamespace(mount: string, folder: string, name: string): Promise<string> {
  return run(['unshare', '--mount', 'sh', '-c', `${mount} && exec "$2" "$3" "$1"`, 'sh', folder, process.execPath, processFile(name)]);
}
