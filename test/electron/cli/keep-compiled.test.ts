import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

import { run, temporaryFolder, type Ended } from './sonde.ts';

const moduleFile = fileURLToPath(new URL('../../../electron/cli/keep-compiled.ts', import.meta.url));

/** A program of two CommonJS files that keeps what it compiled in `compiled`. */
function writeProgram(): { readonly folder: string; readonly compiled: string; readonly start: () => Promise<Ended> } {
  const folder = temporaryFolder();
  const compiled = join(folder, 'compiled');
  writeFileSync(
    join(folder, 'main-1a2b.cjs'),
    `const { greet } = require('./part-3c4d.cjs'); console.log(greet('${'ü'}'), __filename === module.filename, typeof exports);`,
  );
  writeFileSync(join(folder, 'part-3c4d.cjs'), `exports.greet = (name) => 'hello ' + name;`);
  const program = `import { createRequire } from 'node:module'; import { keepCompiled } from '${moduleFile}'; keepCompiled('${compiled}'); createRequire('${folder}/x.cjs')('./main-1a2b.cjs');`;
  return { folder, compiled, start: () => run(process.execPath, ['--input-type=module', '--eval', program]) };
}

test('the second start finds every file compiled, and does the same', async () => {
  const { compiled, start } = writeProgram();
  const first = await start();
  expect(first).toMatchObject({ stdout: 'hello ü true object\n', stderr: '', exitCode: 0 });
  expect(readdirSync(compiled)).toEqual(['main-1a2b.cjs.compiled', 'part-3c4d.cjs.compiled']);
  const kept = statSync(join(compiled, 'main-1a2b.cjs.compiled'));
  expect(await start()).toEqual(first);
  expect(statSync(join(compiled, 'main-1a2b.cjs.compiled')).mtimeMs).toBe(kept.mtimeMs);
});

test('what is kept holds the functions that were called, and not only the files', async () => {
  const { compiled, start } = writeProgram();
  await start();
  // The engine keeps the constants of a function only with its compiled code.
  expect(readFileSync(join(compiled, 'part-3c4d.cjs.compiled')).includes('hello ')).toBe(true);
});

test('damaged files are compiled again and replaced', async () => {
  const { compiled, start } = writeProgram();
  await start();
  const file = join(compiled, 'main-1a2b.cjs.compiled');
  writeFileSync(file, 'no compiled code at all');
  expect(await start()).toMatchObject({ stdout: 'hello ü true object\n', exitCode: 0 });
  expect(statSync(file).size).toBeGreaterThan(100);
});

test('where nothing can be written, the program runs as ever', async () => {
  const { compiled, start } = writeProgram();
  writeFileSync(compiled, 'a file where the folder should be');
  expect(await start()).toMatchObject({ stdout: 'hello ü true object\n', stderr: '', exitCode: 0 });
});
