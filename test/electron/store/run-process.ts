import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A file of test/electron/store/processes, for a command line. */
export function processFile(name: string): string {
  return join(import.meta.dirname, 'processes', name);
}

/** Runs a command to its end and gives what it said on stdout; fails when it fails. */
export async function run(command: readonly string[]): Promise<string> {
  const child = start(command);
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCode(child)]);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${complaint}${output}`);
  return output;
}

/** Runs one of the processes with this Node. */
export async function runProcess(name: string, ...parameters: readonly string[]): Promise<string> {
  return run([process.execPath, processFile(name), ...parameters]);
}

/** Starts a command with all three streams as pipes. */
export function start([file = '', ...parameters]: readonly string[]) {
  return spawn(file, parameters, { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** The exit code, or null when a signal ended it. */
export async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}
