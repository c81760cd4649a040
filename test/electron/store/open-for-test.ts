import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { openStore } from '../../../electron/store/open.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Store } from '../../../electron/store/store.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';

/** A folder of its own for one test, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sonde-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same in memory, where the system has such a place: for tests that write thousands of times, and are not about the disk. */
export function folderInMemory(): string {
  const memory = '/dev/shm';
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'sonde-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The history in this folder, open until the test ends. */
export function openForTest(folder = temporaryFolder()): Store {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(`${opening.problem.kind}: ${opening.problem.detail}`);
  onTestFinished(() => closeStore(opening.store));
  return opening.store;
}

/** Why the history in this folder does not open. */
export function problemOf(folder: string): StoreProblem {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') return opening.problem;
  closeStore(opening.store);
  throw new Error('The history opened.');
}

/** The file of the history in this folder. */
export function fileIn(folder: string): string {
  return join(folder, 'history.sqlite');
}
