import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';

import { program } from './packed-app.ts';

/** Milliseconds: a start takes a second, on a busy machine more. */
const LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** The window of the packed app, driven over its debugging port: no fuse takes that away, and it is the program as people get it. */
export interface PackedWindow {
  readonly page: Page;
  readonly pid: number;
  readonly home: string;
  /** The debugging port, on loopback: the one socket that listens. */
  readonly port: number;
  /** What it wrote to stderr so far. */
  readonly stderr: () => string;
  /** Resolves when the app has ended. */
  readonly ended: Promise<unknown>;
  /** Ends the app as a person does who logs out. */
  readonly close: () => Promise<void>;
}

/** Opens the window in a home of its own, and waits until it takes keys. */
export async function openPackedWindow(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<PackedWindow> {
  const home = await mkdtemp(join(tmpdir(), 'sonde-package-'));
  const child = spawn(program, ['--remote-debugging-port=0', ...args], {
    env: { ...process.env, HOME: home, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  const close = async (): Promise<void> => {
    await end(child, ended);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const port = await debuggingPort(home, AbortSignal.timeout(LIMIT_MS));
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page === undefined) throw new Error('The packed app has no page.');
    await page.locator('[data-omnibox]').waitFor();
    return { page, pid: child.pid ?? 0, home, port, stderr: () => stderr, ended, close };
  } catch (error) {
    await close();
    throw new Error(`The packed app did not open its window. It said: ${stderr}`, { cause: error });
  }
}

/** Chromium writes down the port it has chosen; a page is there a little later. */
async function debuggingPort(home: string, signal: AbortSignal): Promise<number> {
  for (;;) {
    signal.throwIfAborted();
    const text = await readFile(join(home, '.config', 'Sonde', 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0 && (await targetsAt(port)).some(({ url }) => url.startsWith('app://'))) return port;
    await wait(LOOK_EVERY_MS);
  }
}

/** What the debugging port offers: pages, workers, tools for development. */
export async function targetsAt(port: number): Promise<readonly { readonly type: string; readonly url: string }[]> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
  return response === null ? [] : ((await response.json()) as readonly { readonly type: string; readonly url: string }[]);
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill();
  const isLate = await Promise.race([ended.then(() => false), wait(LIMIT_MS / 4, true)]);
  if (isLate) child.kill('SIGKILL');
  await ended;
}
