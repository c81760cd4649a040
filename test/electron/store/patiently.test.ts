import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

import { patiently } from '../../../electron/store/patiently.ts';
import { saveCheck } from '../../../electron/store/save-checks.ts';
import { openForTest } from './open-for-test.ts';
import { sampleCheck } from './sample-check.ts';

/** Another process that holds the write lock of this file for half a second. */
async function holdLock(path: string): Promise<void> {
  const holder = spawn(process.execPath, [fileURLToPath(new URL('processes/hold-lock.ts', import.meta.url)), path]);
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
}

test('a check made while another process writes is saved once that is done, and the process is free meanwhile', async () => {
  const store = openForTest();
  await holdLock(store.path);
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 10);
  const saved = await patiently(() => saveCheck(store, sampleCheck()));
  clearInterval(counting);
  expect(saved.kind).toBe('saved');
  expect(turns).toBeGreaterThan(1);
});

test('an abort ends the wait, and the check is told as not saved', async () => {
  const store = openForTest();
  await holdLock(store.path);
  expect(await patiently(() => saveCheck(store, sampleCheck()), AbortSignal.abort())).toMatchObject({
    kind: 'not_saved',
    problem: { kind: 'locked' },
  });
});
