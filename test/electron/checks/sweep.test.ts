import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

import { sweep } from '../../../electron/checks/sweep.ts';
import type { SweptPort } from '../../../electron/checks/sweep-ports.ts';
import { temporaryFolder } from '../store/open-for-test.ts';

const order = { addresses: ['127.0.104.40'], firstPort: 1, lastPort: 40, timeoutMs: 2_000, source: null, atOnce: 8 };
const never = new AbortController().signal;
const worker = new URL('../../../electron/checks/sweep-worker.ts', import.meta.url);

/** A real thread in which the first half of the ports goes wrong in this way; the other half is swept as it should. */
function failingThread(source: string): URL {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(
    file,
    `import { workerData, parentPort } from 'node:worker_threads';
    if (workerData.firstPort > 1) await import(${JSON.stringify(worker.href)});
    else { ${source} }`,
  );
  return pathToFileURL(file);
}

async function sweepInto(swept: SweptPort[], workerFile: URL): Promise<void> {
  for await (const batch of sweep({ ...order, silentLimitMs: 3_000 }, workerFile, never)) swept.push(...batch);
}

test.each([
  ['throws', `throw new Error('a planted fault');`, /a planted fault/u],
  ['ends without a word', `process.exit(0);`, /ended early \(exit code 0\)/u],
  ['ends with a code', `process.exit(7);`, /ended early \(exit code 7\)/u],
  ['hangs in a loop', `for (;;);`, /does not answer/u],
])('a thread that %s is a bug that is told, after everything the other one brought', async (_how, source, message) => {
  const swept: SweptPort[] = [];
  await expect(sweepInto(swept, failingThread(source))).rejects.toThrow(message);
  expect(swept.map(({ port }) => port).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => 21 + index));
});

test('threads that do what they should are heard to their end', async () => {
  const swept: SweptPort[] = [];
  await sweepInto(swept, worker);
  expect(swept).toHaveLength(40);
});
