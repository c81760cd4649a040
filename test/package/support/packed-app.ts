import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { rootFolder } from '../../../build/runtime.mjs';

/** The app as `npm run package` left it: the very program that people get, with all its fuses. */
export const packedFolder = join(rootFolder, 'dist', 'linux-unpacked');

/** The program that opens the window. */
export const program = join(packedFolder, 'sonde');

/** The command that the packages put on PATH. */
export const launcher = join(packedFolder, 'bin', 'sonde');

/** What the command puts between the program and the words. */
export const prefix = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu', '--'] as const;

/** Milliseconds: a start takes half a second, on a busy machine more. */
const LIMIT_MS = 60_000;

/** How a program of the package ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program to run to its end, or until the signal interrupts it. */
export interface Run {
  readonly argv: readonly [string, ...string[]];
  /** Where it keeps what it keeps; a new one by default. */
  readonly home?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** It is interrupted, as with Ctrl-C, once it has written this to stdout. */
  readonly interruptAfter?: string;
}

/** Runs it without a display. */
export async function run({ argv: [file, ...args], home, environment, input, interruptAfter }: Run): Promise<Ended> {
  const env = { ...environmentWithout('DISPLAY', 'WAYLAND_DISPLAY'), HOME: home ?? (await makeHome()), ...environment };
  const child = spawn(file, args, { env, timeout: LIMIT_MS, killSignal: 'SIGKILL' });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const isAwaited = interruptAfter !== undefined && !written.stdout.includes(interruptAfter);
    written.stdout += text;
    if (isAwaited && written.stdout.includes(interruptAfter)) child.kill('SIGINT');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text;
  });
  child.stdin.end(input);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, ...written };
}

/** Runs `sonde` with these words. */
export function sonde(words: readonly string[], how: Omit<Run, 'argv'> = {}): Promise<Ended> {
  return run({ ...how, argv: [launcher, ...words] });
}

/** A home of its own, which goes when the test has ended. */
export async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'sonde-package-'));
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** The environment of the tests without these variables. */
function environmentWithout(...names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
}
