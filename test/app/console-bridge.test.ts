import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

const MEBIBYTE = 1_048_576;
const FLOOD_BYTES = 300 * MEBIBYTE;

/** What a page saw of a flood. */
interface Seen {
  readonly receivedBytes: number;
  readonly isContent: boolean;
  readonly batches: number;
  readonly tookMs: number;
  readonly echoesMs: readonly number[];
  readonly transcriptId: number | null;
}

describe('a session through the bridge of the real window', () => {
  let running: RunningApp;
  let flood: ChildProcess;
  let port: number;

  beforeEach(async () => {
    flood = spawn(process.execPath, [join(import.meta.dirname, '../support/flood.mjs'), String(FLOOD_BYTES)]);
    if (flood.stdout === null) throw new Error('It has a pipe.');
    const [said] = (await once(flood.stdout, 'data')) as [Buffer];
    port = Number(said);
    running = await openApp();
  });
  afterEach(async () => {
    await running.close();
    flood.kill();
  });
  afterAll(removeFolders);

  it('takes a flood whole, at the pace of its frames, without growing the main process, and its own words come back meanwhile', async () => {
    const { app, page } = running;
    await page.waitForTimeout(1_000);
    const memory = (): Promise<number> => app.evaluate(() => process.memoryUsage.rss());
    const before = await memory();
    let peak = before;
    const watching = setInterval(
      () =>
        void memory()
          .then((now) => (peak = Math.max(peak, now)))
          .catch(() => undefined),
      100,
    );
    const seen = await page.evaluate(followFlood, port);
    clearInterval(watching);
    expect(seen.isContent).toBe(true);
    expect(seen.receivedBytes).toBeGreaterThanOrEqual(FLOOD_BYTES);
    expect(seen.echoesMs.length).toBeGreaterThan(0);
    expect(seen.transcriptId).toBe(1);
    expect(peak - before).toBeLessThan(128 * MEBIBYTE);
  }, 180_000);

  it('is closed and kept to its end when the page is loaded again', async () => {
    const { page } = running;
    await page.evaluate(
      (toPort) =>
        new Promise<void>((resolve) => {
          const target = { host: '127.0.0.1', port: toPort, transport: 'tcp' } as const;
          window.bridge.openConsole({ kind: 'target', session: { target } }, (message) => {
            if (message.kind === 'event' && message.value.kind === 'events') resolve();
          });
        }),
      port,
    );
    await page.reload();
    const lastEnd = (): Promise<string | undefined> =>
      page.evaluate(async () => {
        const answer = await window.bridge.listTranscripts({ limit: 1 });
        const [row] = answer.kind === 'answered' && answer.value.kind === 'listed' ? answer.value.rows : [];
        return row?.end?.reason.kind;
      });
    await expect.poll(lastEnd).toBe('closed');
  }, 60_000);
});

/** Runs in the page: takes everything in, acknowledges once a frame, and types ten keys a second. */
function followFlood(port: number): Promise<Seen> {
  return new Promise((resolve) => {
    const { bridge } = window;
    const target = { host: '127.0.0.1', port, transport: 'tcp' } as const;
    const startedMs = performance.now();
    const echoesMs: number[] = [];
    let [id, receivedBytes, batches, unpaintedBytes, typedMs] = [0, 0, 0, 0, 0];
    let isContent = true;
    let transcriptId: number | null = null;
    const typing = setInterval(() => {
      typedMs = performance.now();
      void bridge.writeConsole({ sessionId: id, bytes: new Uint8Array([107]), isSecret: false });
    }, 100);
    const paint = (): void => {
      if (unpaintedBytes > 0) void bridge.acknowledgeConsole({ sessionId: id, sizeBytes: unpaintedBytes });
      unpaintedBytes = 0;
      requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
    const stop = bridge.openConsole({ kind: 'target', session: { target } }, (message) => {
      if (message.kind === 'ended') {
        clearInterval(typing);
        resolve({ receivedBytes, isContent, batches, tookMs: performance.now() - startedMs, echoesMs, transcriptId });
        return;
      }
      const { value } = message;
      if (value.kind === 'opened') id = value.sessionId;
      if (value.kind === 'kept') ({ transcriptId } = value);
      if (value.kind !== 'events') return;
      batches += 1;
      unpaintedBytes += value.sizeBytes;
      for (const event of value.events) {
        if (event.kind === 'sent') echoesMs.push(performance.now() - typedMs);
        if (event.kind === 'ended') stop();
        if (event.kind !== 'received') continue;
        receivedBytes += event.bytes.length;
        // "x", a line end, or a key that came back.
        isContent &&= event.bytes instanceof Uint8Array && [10, 107, 120].includes(event.bytes[event.bytes.length >> 1] ?? 0);
      }
    });
  });
}
