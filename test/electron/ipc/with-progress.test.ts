import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { withProgress } from '../../../electron/ipc/with-progress.ts';

async function heard(stream: AsyncGenerator<number, string, void>): Promise<readonly [readonly number[], string]> {
  const events: number[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return [events, next.value];
    events.push(next.value);
  }
}

describe('withProgress', () => {
  test('tells the first progress at once, floods as little as one in a while, and ends as the work does', async () => {
    const stream = withProgress<number, string>(async (tell) => {
      for (let done = 1; done <= 10_000; done += 1) tell(done);
      await sleep(150);
      tell(10_001);
      return 'done';
    });
    expect(await heard(stream)).toEqual([[1, 10_001], 'done']);
  });

  test('gives a slow reader the newest progress only', async () => {
    const stream = withProgress<number, string>(async (tell) => {
      tell(1);
      await sleep(120);
      tell(2);
      await sleep(120);
      tell(3);
      return 'done';
    });
    expect(await stream.next()).toEqual({ done: false, value: 1 });
    await sleep(400);
    expect(await heard(stream)).toEqual([[3], 'done']);
  });

  test('ends at once without progress, and rejects as the work does', async () => {
    expect(await heard(withProgress<number, string>(async () => Promise.resolve('done')))).toEqual([[], 'done']);
    await expect(heard(withProgress<number, string>(async () => Promise.reject(new Error('a bug'))))).rejects.toThrow('a bug');
  });
});
