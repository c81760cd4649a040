import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Check } from '../../shared/check/check.ts';
import type { Case } from './cases/case.ts';
import type { Finished } from './command.ts';
import type { Lab } from './lab.ts';

/** The command line as it is installed: a script for sh. */
export const sonde = fileURLToPath(new URL('../../node_modules/.bin/sonde', import.meta.url));

/** What `sonde check` printed and how it ended. */
export interface Checked extends Finished {
  readonly check: Check;
}

/** What `sonde check` is told. */
export type Dialled = Pick<Case, 'host' | 'port' | 'url' | 'options' | 'resolver'>;

/** The words of `sonde check --json` that leave nothing outside the lab's folder. */
export function sondeWords(lab: Lab, words: readonly string[]): readonly string[] {
  return ['sh', sonde, 'check', ...words, '--json', '--no-save', '--data', join(lab.folder, 'data')];
}

/** Checks one case on the client as a person would, from the command line. */
export async function checkWithSonde(lab: Lab, { host, port, url, options = [], resolver }: Dialled): Promise<Checked> {
  const target = url === undefined ? [host, String(port)] : [url];
  const finished = await lab.run('client', sondeWords(lab, [...target, ...options]), resolver === undefined ? {} : { resolver });
  const [line = ''] = finished.stdout.split('\n');
  if (!line.startsWith('{')) throw new Error(`sonde ended with ${String(finished.exitCode)}: ${finished.stderr}${finished.stdout}`);
  return { ...finished, check: JSON.parse(line) as Check };
}

/** Does the same with `nc -vz`; its limit is ours, or 5 s. */
export async function checkWithNetcat(lab: Lab, { host, port, ncOptions = [], resolver }: Case): Promise<Finished> {
  const limit = ncOptions.includes('-w') ? [] : ['-w', '5'];
  return lab.run('client', ['nc.openbsd', '-vz', ...limit, ...ncOptions, host, String(port)], resolver === undefined ? {} : { resolver });
}
