import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Bench, Finding } from './bench.ts';
import { race, timingOf } from './measure.ts';
import { benchFile, commandLine, missingPrograms, scratchFolder } from './places.ts';

const ROUNDS = 31;

/** What a whole `sonde check` costs a person at a terminal: start, dial, greeting, goodbye, saved, printed. */
export const bench: Bench = {
  title: 'sonde check of an open loopback port that greets, whole process',
  blockers: () => missingPrograms({ 'nc.openbsd': 'netcat-openbsd', python3: 'python3' }),
  run: async () => {
    const greeter = spawn(process.execPath, [benchFile('greeter.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = (await once(greeter.stdout, 'data')) as [Buffer];
    const port = line.toString().trim();
    const folder = scratchFolder();
    try {
      return await compare(port, folder.path);
    } finally {
      greeter.stdin.end();
      folder.remove();
    }
  },
};

async function compare(port: string, dataFolder: string): Promise<readonly Finding[]> {
  const check = [process.execPath, commandLine, 'check', '127.0.0.1', port] as const;
  const timings = await race(
    [
      { name: 'an empty script', argv: [process.execPath, benchFile('empty.cjs')] },
      { name: 'sonde check', argv: [...check, '--data', dataFolder] },
      { name: 'sonde check --no-save', argv: [...check, '--no-save'] },
      { name: 'nc', argv: ['nc.openbsd', '-N', '127.0.0.1', port] },
      { name: 'a Python socket script', argv: ['python3', benchFile('say_hello.py'), port] },
    ],
    ROUNDS,
  );
  const emptyMs = timingOf(timings, 'an empty script').medianMs;
  return timings.flatMap(({ name, medianMs }): readonly Finding[] => [
    { name, value: medianMs, unit: 'ms', atMost: null },
    { name: `${name} / an empty script`, value: medianMs / emptyMs, unit: 'x', atMost: name === 'sonde check' ? 2.2 : null },
  ]);
}
