import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { connectToPage, type PageConnection } from './page-connection.ts';
import { waitForKey } from './wait-for.ts';

/** As long as nothing arrives something is broken; a start takes about a second. */
const LIMIT_MS = 30_000;

/** A window to start. */
export interface WindowPlan {
  /** The program and its words; the switches of a bench are added. */
  readonly argv: readonly [string, ...string[]];
  /** Its data folder. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A window that takes keys. */
export interface StartedWindow {
  /** Of the program that was started. */
  readonly pid: number;
  readonly page: PageConnection;
  /** When it was asked to start, as performance.now() tells. */
  readonly startedMs: number;
  /** From the start until a key arrived in its field. */
  readonly untilKeyMs: number;
  readonly end: () => Promise<void>;
}

/** Starts a window and waits until it takes a key. */
export async function startWindow({ argv: [program, ...args], folder, environment }: WindowPlan): Promise<StartedWindow> {
  // The last start wrote down its port; this one chooses another.
  rmSync(join(folder, 'DevToolsActivePort'), { force: true });
  const signal = AbortSignal.timeout(LIMIT_MS);
  const startedMs = performance.now();
  const child = spawn(program, [...args, `--user-data-dir=${folder}`, '--remote-debugging-port=0'], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'close');
  };
  try {
    const page = await connectToPage(folder, signal);
    await waitForKey(page, signal);
    const untilKeyMs = performance.now() - startedMs;
    const endAll = async (): Promise<void> => {
      page.close();
      await end();
    };
    return { pid: child.pid ?? 0, page, startedMs, untilKeyMs, end: endAll };
  } catch (error) {
    await end();
    throw error;
  }
}
