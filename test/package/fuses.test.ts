import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';

import { fuses } from '../../build/package/fuses.ts';
import { electronExecutable } from '../../build/runtime.mjs';
import { makeHome, packedFolder, prefix, program, run, sonde } from './support/packed-app.ts';

test('the fuses in the program are those of the table, and there is no other', async () => {
  const { version, ...wire } = await getCurrentFuseWire(program);
  expect(version).toBe('1');
  const table = Object.entries(fuses).map(([number, isOn]) => [number, isOn ? FuseState.ENABLE : FuseState.DISABLE]);
  expect(wire).toEqual(Object.fromEntries(table));
});

test('NODE_OPTIONS loads nothing', async () => {
  const home = await makeHome();
  const script = await markingScript(home);
  const { exitCode } = await run({ argv: [program, ...prefix, '--version'], home, environment: { NODE_OPTIONS: `--require=${script}` } });
  expect({ exitCode, isMarked: existsSync(join(home, 'mark')) }).toEqual({ exitCode: 0, isMarked: false });
});

test('ELECTRON_RUN_AS_NODE makes no Node of it, as it does of the runtime it is made from', async () => {
  const home = await makeHome();
  const words = ['-e', `require(${JSON.stringify(await markingScript(home))})`];
  const environment = { ELECTRON_RUN_AS_NODE: '1' };
  // Without a display there is nothing else for it to do.
  await run({ argv: [program, ...words], home, environment });
  expect(existsSync(join(home, 'mark'))).toBe(false);
  await run({ argv: [electronExecutable(), ...words], home, environment });
  expect(existsSync(join(home, 'mark'))).toBe(true);
});

test('a folder beside the archive is not loaded, not even in place of it', async () => {
  const home = await makeHome();
  const copy = join(home, 'copy');
  await cp(packedFolder, copy, { recursive: true });
  const beside = join(copy, 'resources', 'app');
  await mkdir(beside);
  await writeFile(join(beside, 'package.json'), '{"name":"stranger","main":"main.js"}');
  await cp(await markingScript(home), join(beside, 'main.js'));
  const { stdout } = await run({ argv: [join(copy, 'sonde'), ...prefix, '--version'], home });
  expect(stdout).toMatch(/^sonde /u);
  await rename(join(copy, 'resources', 'app.asar'), join(copy, 'resources', 'was.asar'));
  const without = await run({ argv: [join(copy, 'sonde'), ...prefix, '--version'], home });
  expect(without).toMatchObject({ stdout: '' });
  expect(existsSync(join(home, 'mark'))).toBe(false);
});

test('NODE_COMPILE_CACHE, which no fuse covers, does not reach the program by the command', async () => {
  const home = await makeHome();
  const environment = { NODE_COMPILE_CACHE: join(home, 'compiled') };
  await sonde(['history'], { home, environment });
  expect(existsSync(environment.NODE_COMPILE_CACHE)).toBe(false);
  // Started past the command, the program reads and writes there: once this ends, SECURITY.md has a limit less.
  await run({ argv: [program, ...prefix, 'history'], home, environment });
  expect(existsSync(environment.NODE_COMPILE_CACHE)).toBe(true);
});

/** A script that leaves a mark in the folder when anything runs it. */
async function markingScript(folder: string): Promise<string> {
  const file = join(folder, 'mark.cjs');
  await writeFile(file, `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'mark'))}, ''); process.exit(0);`);
  return file;
}
