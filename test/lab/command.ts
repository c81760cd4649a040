import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { performance } from 'node:perf_hooks';

import { labPath } from './blockers.mjs';

/** How a command ended. */
export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly durationMs: number;
}

/** How to run a command. */
export interface CommandOptions {
  /** Killed after this long, in milliseconds; 60 s unless told: a lab test must never hang. */
  readonly timeoutMs?: number;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
}

/** Starts a command with a bare environment: nothing of the person's own settings leaks into the lab. */
export function start(argv: readonly string[]): ChildProcessWithoutNullStreams {
  const [program, ...rest] = argv;
  if (program === undefined) throw new Error('A command has at least one word.');
  // A group of its own, so that `kill` reaches what the command starts in turn.
  return spawn(program, rest, { detached: true, env: { PATH: labPath, HOME: '/root', LC_ALL: 'C.UTF-8' } });
}

/** Kills a started command and everything it started; nothing happens when they have ended. */
export function kill({ pid, exitCode, signalCode }: ChildProcessWithoutNullStreams): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

/** Collects what a started command says until it ends; rejects only when it could not be started. */
export async function finish(
  child: ChildProcessWithoutNullStreams,
  { timeoutMs = 60_000, input = '' }: CommandOptions = {},
): Promise<Finished> {
  const startedAtMs = performance.now();
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A command may end without reading what it is given.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const timer = setTimeout(kill, timeoutMs, child);
  try {
    return await new Promise<Finished>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode, signal) => {
        resolve({ stdout, stderr, exitCode, signal, durationMs: performance.now() - startedAtMs });
      });
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a command that has to succeed, and gives what it printed; rejects with its words when it fails. */
export async function mustRun(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { exitCode, stdout, stderr, signal } = await finish(start(argv), options);
  if (exitCode !== 0) throw new Error(`${argv.join(' ')}: exit ${String(exitCode ?? signal)}: ${stderr}${stdout}`);
  return stdout;
}
