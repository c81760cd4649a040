import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

import { electronExecutable, rootFolder } from '../../../build/runtime.mjs';

/** The app as a person starts it: nobody looks inside, and no debugger listens. */
export interface PlainApp {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Ends it as the system would, politely; gives its exit code. */
  readonly close: () => Promise<number | null>;
}

const MANY_SECONDS = { timeout: 60_000, interval: 100 };

/** Starts the built app; its page stands when this resolves. */
export async function startPlain(folder: string, args: readonly string[] = []): Promise<PlainApp> {
  const child = spawn(electronExecutable(), [rootFolder, `--user-data-dir=${folder}`, ...args], { stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) throw new Error('It did not start.');
  try {
    await expect.poll(() => isHistoryOpen(folder), MANY_SECONDS).toBe(true);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    child,
    pid,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [exitCode] = (await ended) as [number | null];
      return exitCode;
    },
  };
}

/** Whether an app has opened the history of this folder, which it does once its page stands; it takes the file away again when it ends in peace. */
export function isHistoryOpen(folder: string): boolean {
  return existsSync(join(folder, 'history.sqlite-shm'));
}

/** The app as a person starts it, but for a port through which its page can be driven: the only one that may listen. */
export async function startDrivable(folder: string): Promise<PlainApp & { readonly page: Page; readonly port: number }> {
  const portFile = join(folder, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const plain = await startPlain(folder, ['--remote-debugging-port=0']);
  const readPort = (): number => {
    try {
      return Number(readFileSync(portFile, 'utf8').split('\n')[0]);
    } catch {
      return 0;
    }
  };
  await expect.poll(readPort, MANY_SECONDS).toBeGreaterThan(0);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readPort()}`);
  const [page] = browser.contexts()[0]?.pages() ?? [];
  if (page === undefined) throw new Error('It has no page.');
  await page.locator('[data-omnibox]').waitFor();
  return { ...plain, page, port: readPort() };
}
