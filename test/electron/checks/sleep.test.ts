import { expect, test } from 'vitest';

import { Sleep } from '../../../electron/checks/sleep.ts';

const never = new AbortController().signal;

test('an awake computer is not waited for', async () => {
  await new Sleep().awake(never);
});

test('each going to sleep aborts once, and the next has a signal of its own', () => {
  const sleep = new Sleep();
  const first = sleep.next;
  sleep.begin();
  expect([first.aborted, sleep.next.aborted]).toEqual([true, false]);
  sleep.end();
  expect(sleep.next.aborted).toBe(false);
});

test('waiting ends with the sleep, or with the patience of who waits', async () => {
  const sleep = new Sleep();
  sleep.begin();
  const impatient = new AbortController();
  const woken = sleep.awake(never);
  const left = sleep.awake(impatient.signal);
  impatient.abort();
  await left;
  sleep.end();
  await woken;
  await sleep.awake(never);
});

test('whoever listens hears every sleep until they go', () => {
  const sleep = new Sleep();
  let heard = 0;
  const leave = sleep.hear(() => (heard += 1));
  sleep.begin();
  sleep.end();
  sleep.begin();
  leave();
  sleep.begin();
  expect(heard).toBe(2);
});
