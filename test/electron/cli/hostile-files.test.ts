import { execFile } from 'node:child_process';
import { closeSync, openSync, readdirSync, readlinkSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

import { jsonLine } from '../../../shared/report/json-line.ts';
import { textsThatHide } from '../../support/hostile/hidden-text.ts';
import { sampleCheck } from '../store/sample-check.ts';
import { sonde, temporaryFolder, type Ended } from './sonde.ts';

/** One sentence, on stderr, that begins with the name of the command. */
function expectRefusal(name: string, { exitCode, stdout, stderr }: Ended): void {
  expect({ name, exitCode, stdout }).toEqual({ name, exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^sonde: [^\n]{10,400}\n$/u);
  expect(textsThatHide(stderr)).toEqual([]);
}

/** Resolves once a process has a file open. */
async function untilOpen(pid: number, path: string): Promise<void> {
  const folder = `/proc/${pid}/fd`;
  const isOpen = (): boolean => readdirSync(folder).some((name) => attempt(() => readlinkSync(join(folder, name))) === path);
  while (!isOpen()) await sleep(50);
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    // Closed between the look and the next.
    return null;
  }
}

describe.runIf(process.platform === 'linux')('sonde import and sonde restore', () => {
  test('refuse what is no file to read, each with one sentence, and leave no history behind', async () => {
    const folder = temporaryFolder();
    const data = ['--data', join(folder, 'data')];
    const loop = join(folder, 'loop');
    symlinkSync(loop, loop);
    const orders = join(folder, 'orders\u001b]0;owned\u0007\u202e.jsonl');
    writeFileSync(orders, '{"\u001b]0;owned\u0007\u202e": 1}\n');
    for (const [command, path] of [
      ['import', orders],
      ['import', loop],
      ['restore', loop],
      ['restore', orders],
    ] as const) {
      expectRefusal(command, await sonde([command, path, ...data]));
    }
    expect(await sonde(['export', ...data])).toMatchObject({ exitCode: 1, stdout: '' });
  });

  test('read a pipe, and can be interrupted while nothing comes out of it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'pipe');
    await promisify(execFile)('mkfifo', [path]);
    const held = openSync(path, 'r+');
    writeSync(held, jsonLine(sampleCheck()));
    const ended = await sonde(['import', path, '--data', join(folder, 'data')], {
      onStart: (child) => void untilOpen(child.pid ?? 0, path).then(() => child.kill('SIGINT')),
    });
    expect(ended).toMatchObject({ exitCode: 130, stdout: '' });
    writeSync(held, jsonLine(sampleCheck()));
    const importing = sonde(['import', path, '--data', join(folder, 'data')], {
      onStart: (child) => void untilOpen(child.pid ?? 0, path).then(() => closeSync(held)),
    });
    expect(await importing).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 check') });
  });
});
