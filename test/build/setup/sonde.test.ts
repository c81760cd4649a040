import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rootFolder } from '../../../build/runtime.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonde with space-'));
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
  mkdirSync(join(folder, 'out', 'main'), { recursive: true });
  copyFileSync(join(rootFolder, 'build', 'setup', 'sonde'), launcher());
  chmodSync(launcher(), 0o755);
  symlinkSync(process.execPath, join(folder, 'node_modules', '.bin', 'node'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const launcher = (): string => join(folder, 'node_modules', '.bin', 'sonde');

function build(): void {
  writeFileSync(join(folder, 'out', 'main', 'cli.cjs'), 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;');
}

function run(program: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(program, args, { encoding: 'utf8', cwd: tmpdir() });
}

describe.runIf(process.platform !== 'win32')('the launcher of the command line', () => {
  it('hands every argument on as it is, and the exit code back', () => {
    build();
    const result = run(launcher(), ['check', 'a b', '', '*', '$HOME']);
    expect(result).toMatchObject({ status: 7, stdout: '["check","a b","","*","$HOME"]\n', stderr: '' });
  });

  it('works through links, absolute and relative', () => {
    build();
    symlinkSync(launcher(), join(folder, 'absolute'));
    symlinkSync('absolute', join(folder, 'relative'));
    expect(run(join(folder, 'relative'), ['x']).stdout).toBe('["x"]\n');
  });

  it('says in one sentence that it is not built, with the exit code of bad usage', () => {
    const result = run(launcher(), ['check', 'example.com:80']);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: 'sonde: not built yet; run "npm run setup" in its folder first.\n' });
  });
});
