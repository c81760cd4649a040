import { existsSync, utimesSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';

import { isWrittenForLong, showLongWriting } from '../../../electron/store/long-writing.ts';
import { patiently } from '../../../electron/store/patiently.ts';
import { saveCheck } from '../../../electron/store/checks/save-checks.ts';
import { holdLock } from './hold-lock.ts';
import { openForTest } from './open-for-test.ts';
import { sampleCheck } from './sample-check.ts';

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

test('a check made while another process writes for longer than anybody waits is saved, because that process shows that it lives', async () => {
  const store = openForTest();
  await holdLock(store.path, '6500', 'long');
  expect(isWrittenForLong(store.path)).toBe(true);
  let tries = 0;
  const saved = await patiently(() => {
    tries += 1;
    return saveCheck(store, sampleCheck());
  });
  expect(saved.kind).toBe('saved');
  // A try waits for the lock with this whole thread.
  expect(tries).toBeLessThan(10);
  expect(isWrittenForLong(store.path)).toBe(false);
}, 30_000);

test('an abort ends the wait for one that writes for long, too', async () => {
  const store = openForTest();
  await holdLock(store.path, '6500', 'long');
  const saved = await patiently(() => saveCheck(store, sampleCheck()), AbortSignal.timeout(300));
  expect(saved).toMatchObject({ kind: 'not_saved', problem: { kind: 'locked' } });
});

test('the sign of one whose process ended is soon a sign no more, also when the clock was set back since', () => {
  const { path } = openForTest();
  const endWriting = showLongWriting(path);
  onTestFinished(endWriting);
  expect(isWrittenForLong(path)).toBe(true);
  const nowSeconds = Date.now() / 1_000;
  for (const awaySeconds of [-60, 60]) {
    utimesSync(`${path}-writing`, nowSeconds, nowSeconds + awaySeconds);
    expect(isWrittenForLong(path)).toBe(false);
  }
  endWriting();
  expect(existsSync(`${path}-writing`)).toBe(false);
});
