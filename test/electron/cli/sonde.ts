import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';

import { checkSchema, type Check } from '../../../shared/check/check.ts';

/** The source of the command line; the pinned Node runs it as it is. */
export const commandLineFile = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));

/** How a run of the command line ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how to run it. */
export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Called with the running process, to interrupt it. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs `sonde` with these words, with a home of its own, stdin empty, and stdout and stderr as pipes. */
export function sonde(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return run(process.execPath, [commandLineFile, ...words], options);
}

/** Runs any program the same way. */
export function run(program: string, words: readonly string[], { env = {}, onStart }: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode, signal) =>
      resolve({ exitCode, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
    onStart?.(child);
  });
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sonde-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The checks a `--json` run printed, each held against the schema. */
export function checksIn(stdout: string): readonly Check[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(checkSchema, JSON.parse(line)));
}

/** The only check a `--json` run printed. */
export function checkIn(stdout: string): Check {
  const [check, ...others] = checksIn(stdout);
  if (check === undefined || others.length > 0) throw new Error(`One check was expected, not this: ${stdout}`);
  return check;
}

/** Nothing of the tester's own settings: no colour wishes, and a home where nothing is kept. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  return { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), TERM: 'xterm' };
}
