import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { Brakes } from '../../../electron/console/brakes.ts';
import { startCapture } from '../../../electron/console/capture.ts';
import { letGo } from '../../../electron/console/let-go.ts';
import { temporaryFolder } from '../store/open-for-test.ts';

test('what is shown as well is in the file, though others let go of its memory before it is written', async () => {
  const path = join(temporaryFolder(), 'captured.bin');
  const brakes = new Brakes({ pause: () => undefined, resume: () => undefined });
  const capture = await startCapture({ path, isShown: true, brakes, onProgress: () => undefined });
  for (let count = 0; count < 20; count += 1) {
    const bytes = new Uint8Array(65_536).fill(count);
    capture.write(bytes);
    letGo(bytes);
  }
  expect(await capture.end()).toEqual({ writtenBytes: 20 * 65_536, droppedBytes: 0, error: null });
  const written = readFileSync(path);
  expect(Array.from({ length: 20 }, (_, count) => written.subarray(count * 65_536).indexOf(count))).toEqual(Array(20).fill(0));
  expect(written.length).toBe(20 * 65_536);
});
