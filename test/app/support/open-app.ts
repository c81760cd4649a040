import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

import { electronExecutable, rootFolder } from '../../../build/runtime.mjs';

/** The app, running for a test. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The data folder: history and window memory. */
  readonly folder: string;
  /** What the page reported that it should not: errors and broken security policies. */
  readonly complaints: readonly string[];
  /** Closes the app. The folder stays until `removeFolders`. */
  readonly close: () => Promise<void>;
}

/** How the app is to be started. */
export interface AppPlan {
  /** A folder with a history already; a new one by default. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another checkout with a build in it. */
  readonly checkout?: string;
  /** Of Chromium. */
  readonly switches?: readonly string[];
}

const folders: string[] = [];

/** A new, empty data folder; `removeFolders` takes it away again. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sonde-app-'));
  folders.push(folder);
  return folder;
}

/** Takes away every data folder the tests of a file made. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/**
 * Makes the app wait with `ready` until Playwright listens. It does this by itself only for the `electron` package's own executable;
 * without it, attaching in the middle of the first page load hangs for ever on a busy machine.
 */
const holdUntilAttached = join(rootFolder, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js');

/** Starts the built app with its sandbox on, and waits until its first page stands. */
export async function openApp({ folder, environment = {}, checkout = rootFolder, switches = [] }: AppPlan = {}): Promise<RunningApp> {
  const data = folder ?? (await makeFolder());
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: ['-r', holdUntilAttached, checkout, `--user-data-dir=${data}`, ...switches],
    env: { ...inherited(), ...environment },
    chromiumSandbox: true,
    // Playwright would pretend a light system otherwise, whatever the app chooses.
    colorScheme: null,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  // What Playwright does not count as an error of the page, but the window does: then it says that something in Sonde failed.
  const tell = (): void => window.addEventListener('error', ({ message }) => console.error(`The window failed: ${message}`));
  await page.addInitScript(tell);
  await page.evaluate(tell);
  await page.locator('[data-omnibox]').waitFor();
  return { app, page, folder: data, complaints, close: () => app.close() };
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
