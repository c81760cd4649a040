import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { IdleLimit } from '../../../electron/console/idle-limit.ts';

test('an idle limit tells once, and how long it was', async () => {
  const told: number[] = [];
  const limit = new IdleLimit(20, (limitMs) => told.push(limitMs));
  await sleep(60);
  expect(told).toEqual([]);
  limit.start();
  await expect.poll(() => told).toEqual([20]);
  await sleep(60);
  expect(told).toEqual([20]);
});

test('one that was stopped stays stopped, also when something comes after', async () => {
  const told: number[] = [];
  const limit = new IdleLimit(20, (limitMs) => told.push(limitMs));
  limit.start();
  limit.stop();
  limit.refresh();
  await sleep(80);
  expect(told).toEqual([]);
});

test('no limit never tells', async () => {
  const told: number[] = [];
  const limit = new IdleLimit(null, (limitMs) => told.push(limitMs));
  limit.start();
  limit.refresh();
  await sleep(20);
  expect(told).toEqual([]);
});
