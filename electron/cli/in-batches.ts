import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Everything a source yields, several at a time: what came during `everyMs` goes together, so that a list of a thousand checks
 * costs a few commits and not a thousand. The source is always read to its end; end it by its own signal.
 */
export async function* inBatches<T>(source: AsyncIterable<T>, everyMs: number): AsyncGenerator<readonly T[], void> {
  const waiting: T[] = [];
  const reading = (async () => {
    for await (const value of source) waiting.push(value);
    return 'read';
  })();
  for (let state = 'reading'; state === 'reading';) {
    state = await Promise.race([reading, sleep(everyMs, 'reading')]);
    if (waiting.length > 0) yield waiting.splice(0);
  }
}
