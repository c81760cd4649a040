import { once } from 'node:events';
import { onTestFinished } from 'vitest';

import { processFile, start } from './run-process.ts';

/** Another process that holds the write lock of this file for half a second, or as long as it is told. */
export async function holdLock(path: string, ...words: readonly string[]): Promise<void> {
  const holder = start([process.execPath, processFile('hold-lock.ts'), path, ...words]);
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
}
