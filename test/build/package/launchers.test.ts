import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { rootFolder } from '../../../build/runtime.mjs';

/** Where each launcher lies in what is installed, and the program that it starts. */
const launchers = [
  ['sonde-linux', { launcher: 'bin/sonde', program: 'sonde' }],
  ['sonde-mac', { launcher: 'Sonde.app/Contents/Resources/bin/sonde', program: 'Sonde.app/Contents/MacOS/Sonde' }],
] as const;

const prefix = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu', '--'];

describe.runIf(process.platform !== 'win32').each(launchers)('%s', (name, installed) => {
  let folder = '';
  const launcher = (): string => join(folder, installed.launcher);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sonde $(touch planted) with space-'));
    write(installed.program, `#!/bin/sh\nfor word in "$@"; do printf '%s\\n' "$word"; done\nexit 7\n`);
    mkdirSync(dirname(launcher()), { recursive: true });
    copyFileSync(join(rootFolder, 'build', 'package', 'launchers', name), launcher());
    setUser(1_000);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  }

  /** The launcher asks `id` who starts it. */
  function setUser(id: number): void {
    write('found first/id', `#!/bin/sh\necho ${id}\n`);
  }

  function run(program: string, words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    const env = { ...process.env, PATH: `${join(folder, 'found first')}:${process.env['PATH'] ?? ''}` };
    return spawnSync(program, words, { encoding: 'utf8', cwd: folder, env });
  }

  it('hands every word on as it is, behind the switches, and the exit code back', () => {
    const words = ['check', 'a b', '', '*', '$HOME', '`id`', '--no-sandbox', '--'];
    expect(run(launcher(), words)).toMatchObject({ status: 7, stdout: [...prefix, ...words, ''].join('\n'), stderr: '' });
  });

  it('finds the program through links, absolute and relative, and when it is named by a relative path', () => {
    symlinkSync(launcher(), join(folder, 'absolute'));
    symlinkSync('absolute', join(folder, 'relative'));
    for (const start of [join(folder, 'relative'), './relative', `./${installed.launcher}`]) {
      expect(run(start, ['x'])).toMatchObject({ status: 7, stdout: [...prefix, 'x', ''].join('\n') });
    }
  });

  it('starts nothing for root', () => {
    setUser(0);
    expect(run(launcher(), ['--version'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('as root') as string });
  });
});
