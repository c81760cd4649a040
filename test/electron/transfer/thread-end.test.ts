import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';

import { createStopFlag, StopAsked, stopIfAsked } from '../../../electron/transfer/stop-flag.ts';
import { threadEnd } from '../../../electron/transfer/thread-end.ts';
import type { TransferOrder } from '../../../electron/transfer/transfer-job.ts';
import { verifyHistory } from '../../../electron/transfer/verify-history.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { workerFile } from './worker-file.ts';

const END_OF_ITSELF = 0;
const CUT_OFF = 1;

/** A real thread of this source, with how it is ended and the code it ended with. */
function start(
  source: string,
  limitMs: number,
): { readonly end: () => void; readonly begun: Promise<void>; readonly code: Promise<number> } {
  const file = join(temporaryFolder(), 'thread.mjs');
  const flagFile = new URL('../../../electron/transfer/stop-flag.ts', import.meta.url);
  writeFileSync(
    file,
    `import { parentPort, workerData } from 'node:worker_threads';
    import { StopAsked, stopIfAsked } from ${JSON.stringify(flagFile.href)};
    ${source}`,
  );
  const stop = createStopFlag();
  const worker = new Worker(pathToFileURL(file), { workerData: stop });
  onTestFinished(async () => void (await worker.terminate()));
  const { begun, end } = threadEnd({ worker, stop, limitMs });
  const said = new Promise<void>((resolve) => worker.once('message', () => resolve()));
  void said.then(begun);
  return { end, begun: said, code: new Promise((resolve) => worker.once('exit', resolve)) };
}

const BEGIN = `parentPort.postMessage('begun');`;

test('a stop flag throws once somebody asked', () => {
  const flag = createStopFlag();
  expect(() => stopIfAsked(flag)).not.toThrow();
  Atomics.store(flag, 0, 1);
  expect(() => stopIfAsked(flag)).toThrow(StopAsked);
});

test('a thread that looks whether it was asked to stop ends by itself, although it never waits for a message', async () => {
  const { end, begun, code } = start(`${BEGIN} for (;;) try { stopIfAsked(workerData); } catch { process.exit(0); }`, 60_000);
  await begun;
  end();
  expect(await code).toBe(END_OF_ITSELF);
});

test('a thread that does not look is cut off, but not before it has begun', async () => {
  const pause = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);';
  const { end, begun, code } = start(`${pause} ${BEGIN} for (;;);`, 100);
  end();
  expect(await Promise.race([begun.then(() => 'begun'), code.then(() => 'ended')])).toBe('begun');
  expect(await code).toBe(CUT_OFF);
});

test('the thread of a transfer says that it has begun only when SQLite is loaded in it', async () => {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
    const load = process.dlopen;
    process.dlopen = (...loading) => { load(...loading); parentPort.postMessage({ kind: 'loaded' }); };
    await import(${JSON.stringify(workerFile.href)});`,
  );
  const said: unknown[] = [];
  const order: TransferOrder = { job: { kind: 'verify', path: fileIn(temporaryFolder()) }, stop: createStopFlag() };
  const worker = new Worker(pathToFileURL(file), { workerData: order });
  worker.on('message', ({ kind }: { readonly kind: string }) => said.push(kind));
  await new Promise((resolve) => worker.once('exit', resolve));
  expect(said).toEqual(['loaded', 'begun', 'ended']);
});

test('threads that are stopped at any moment of their lives take nothing along', async () => {
  const folder = temporaryFolder();
  const { database } = openForTest(folder);
  const path = fileIn(folder);
  for (let round = 0; round < 2; round += 1) {
    const stops = Array.from({ length: 6 }, () => new AbortController());
    stops.forEach((stop, index) => setTimeout(() => stop.abort(), 50 * index));
    const ends = await Promise.all(stops.map(({ signal }) => verifyHistory({ path, workerFile }, signal)));
    expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['whole']));
  }
  expect(database.pragma('quick_check', { simple: true })).toBe('ok');
});
