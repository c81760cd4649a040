import { fileURLToPath } from 'node:url';

import type { Lab, RunOptions } from './lab.ts';
import type { HostName } from './topology.ts';

/** One of our own programs to run on a machine of the lab. */
export interface InsideRun extends RunOptions {
  readonly host: HostName;
  /** The name of a file in inside/. */
  readonly program: string;
  readonly words?: readonly string[];
}

/** Runs one of our own programs inside the lab and gives the JSON it prints; rejects with its words when it fails. */
export async function runInside<Printed>(lab: Lab, { host, program, words = [], ...options }: InsideRun): Promise<Printed> {
  const path = fileURLToPath(new URL(`inside/${program}.ts`, import.meta.url));
  const { stdout, stderr, exitCode } = await lab.run(host, [process.execPath, path, ...words], options);
  if (exitCode !== 0) throw new Error(`${program} ended with ${String(exitCode)}: ${stderr}`);
  return JSON.parse(stdout) as Printed;
}
