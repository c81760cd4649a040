import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pinnedNode, rootFolder } from '../../../build/runtime.mjs';

/** Runs Vitest on these files, by name, in a folder of their own, and gives what the reporter wrote. */
function count(files: Readonly<Record<string, string>>): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'sonde-'));
  try {
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name), `import { describe, it, beforeAll } from 'vitest';\n${text}`);
    symlinkSync(join(rootFolder, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const args = [join(rootFolder, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', folder];
    const reporter = `--reporter=${join(rootFolder, 'build', 'test', 'count-reporter.mjs')}`;
    const outcome = join(folder, 'outcome.json');
    spawnSync(pinnedNode, [...args, reporter], { cwd: folder, env: { ...process.env, SONDE_TEST_OUTCOME: outcome } });
    return JSON.parse(readFileSync(outcome, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('counts what passed, names what failed or passed only when tried again, with what it said, and gives the reason of every skip', () => {
  const text = `
    it('passes', () => {});
    let tries = 0;
    it('passes at last', { retry: 1 }, () => { tries += 1; if (tries === 1) throw new Error('too early'); });
    describe('a group', () => it('fails', () => { throw new Error('no'); }));
    it('is skipped here', (context) => context.skip('the moon is full'));
    it.todo('comes later');`;
  expect(count({ 'a.test.ts': text })).toEqual({
    passed: 2,
    failed: ['a.test.ts > a group > fails: no (a.test.ts:6)'],
    unsteady: ['a.test.ts > passes at last: too early (a.test.ts:5)'],
    skipped: [
      { name: 'a.test.ts > is skipped here', reason: 'the moon is full' },
      { name: 'a.test.ts > comes later', reason: 'it is marked so, or what comes before it failed' },
    ],
  });
});

it('counts a file that does not load, and a group whose preparation fails, as failed', () => {
  const broken = `describe('a group', () => { beforeAll(() => { throw new Error('no'); }); it('never runs', () => {}); });`;
  expect(count({ 'a.test.ts': `throw new Error('no');`, 'b.test.ts': broken })).toMatchObject({
    passed: 0,
    failed: ['a.test.ts (the file itself)', 'b.test.ts > a group (around its tests)'],
  });
});
