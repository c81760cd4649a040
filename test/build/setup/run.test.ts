import { expect, it } from 'vitest';
import { run } from '../../../build/setup/run.mjs';

const script = (code: string): readonly string[] => [process.execPath, '-e', code];

it('gives the output of a command that succeeds', async () => {
  expect(await run(script(`console.log('out'); console.error('err')`))).toEqual({ ok: true, stdout: 'out\n', reason: '' });
});

it('gives the end of what a failing command said, without the stack of its error', async () => {
  const { ok, reason } = await run(script(`console.log('first'); throw new Error('the disk is full')`));
  expect(ok).toBe(false);
  expect(reason).toContain('Error: the disk is full');
  expect(reason).not.toMatch(/^\s+at /m);
});

it('says how a silent command ended', async () => {
  expect((await run(script('process.exit(3)'))).reason).toBe('it ended with exit code 3');
  expect((await run(script('setInterval(() => {}, 1000)'), { timeoutMs: 300 })).reason).toBe('it was ended by SIGTERM');
});

it('says that there is no such program', async () => {
  expect((await run(['sonde-no-such-program'])).reason).toContain('ENOENT');
});
