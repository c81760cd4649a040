import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { openForTest } from '../../store/open-for-test.ts';
import { ConsoleWindow } from './console-window.ts';

const MEBIBYTE = 1_048_576;

/** A process of its own that floods whoever connects, so that its memory is not ours. */
async function startFlood(sizeBytes: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../support/flood.mjs'), String(sizeBytes)]);
  onTestFinished(() => void child.kill());
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(port);
}

test('a flood of 200 MB at the pace of a slow window costs waiting and not memory, and its transcript is bounded', async () => {
  const window = new ConsoleWindow({ kind: 'open', store: openForTest() });
  const port = await startFlood(200_000_000);
  let id = 0;
  let receivedBytes = 0;
  let largestUnseenBytes = 0;
  let unseenBytes = 0;
  let peakBytes = 0;
  let isEnded = false;
  globalThis.gc?.();
  const beforeBytes = process.memoryUsage.rss();
  const target = { host: '127.0.0.1', port, transport: 'tcp' } as const;
  const followed = window.follow('openConsole', { kind: 'target', session: { target } }, (event) => {
    if (event.kind === 'opened') id = event.sessionId;
    if (event.kind !== 'events') return;
    unseenBytes += event.sizeBytes;
    largestUnseenBytes = Math.max(largestUnseenBytes, unseenBytes);
    for (const one of event.events) {
      if (one.kind === 'received') receivedBytes += one.bytes.length;
      if (one.kind === 'ended') isEnded = true;
    }
    // What was looked at is let go of, as a window does.
    event.events.length = 0;
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    setTimeout(() => {
      unseenBytes -= event.sizeBytes;
      void window.ask('acknowledgeConsole', { sessionId: id, sizeBytes: event.sizeBytes });
    }, 10);
  });
  await expect.poll(() => isEnded, { timeout: 200_000, interval: 100 }).toBe(true);
  expect(receivedBytes).toBeGreaterThanOrEqual(200_000_000);
  expect(largestUnseenBytes).toBeLessThanOrEqual(2.5 * MEBIBYTE);
  expect(peakBytes - beforeBytes).toBeLessThan(128 * MEBIBYTE);
  await followed.stop();
  const listed = await window.ask('listTranscripts', { limit: 1 });
  const row = listed.kind === 'listed' ? listed.rows[0] : undefined;
  expect(row?.receivedBytes).toBe(receivedBytes);
  expect(row?.keptBytes).toBeLessThanOrEqual(8 * MEBIBYTE);
  expect((row?.keptBytes ?? 0) + (row?.droppedBytes ?? 0)).toBe(receivedBytes);
}, 240_000);
