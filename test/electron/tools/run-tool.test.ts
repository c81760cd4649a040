import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { runTool, type ToolEnd, type ToolRun } from '../../../electron/tools/run-tool.ts';

/** Child processes of this one, by what they run. */
async function children(): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const [, name = '', parent] = /^\d+ \((.*)\) \S (\d+) /su.exec(status) ?? [];
      return Number(parent) === process.pid ? [name] : [];
    }),
  );
  return found.flat().filter((name) => name !== 'esbuild');
}

async function finish(
  run: ToolRun,
  signal = new AbortController().signal,
): Promise<{ readonly lines: readonly string[]; readonly end: ToolEnd }> {
  const lines: string[] = [];
  const running = runTool(run, signal);
  for (let step = await running.next(); ; step = await running.next()) {
    if (step.done === true) return { lines, end: step.value };
    lines.push(step.value);
  }
}

const limitMs = 10_000;

// Programs every Linux has; the house of Windows and macOS is read by the parsers' fixtures alone.
describe.runIf(process.platform === 'linux')('runTool', () => {
  test('yields what a program prints, errors included, and how it ended', async () => {
    const { lines, end } = await finish({ program: 'sh', args: ['-c', 'echo one; echo two >&2; printf three; exit 3'], limitMs });
    expect([...lines].toSorted()).toEqual(['one', 'three', 'two']);
    expect(end).toEqual({ kind: 'ended', exitCode: 3 });
  });

  test('hands every argument over as it is', async () => {
    const args = ['-c', 'printf "%s\\n" "$@"', 'sh', '$(id)', '; id', '"', '*', 'a b', '%PATH%'];
    expect((await finish({ program: 'sh', args, limitMs })).lines).toEqual(args.slice(3));
  });

  test('shows the program nothing of the person’s own environment', async () => {
    const { lines } = await finish({ program: 'env', args: [], limitMs });
    expect(lines.filter((line) => !/^(?:PWD|SHLVL|_)=/u.test(line)).map((line) => line.split('=')[0])).toEqual(['PATH', 'LC_ALL']);
  });

  test('says that a program is missing', async () => {
    expect((await finish({ program: 'no-such-program', args: [], limitMs })).end).toEqual({ kind: 'missing' });
  });

  test('ends a program that takes too long, and one that says too much', async () => {
    expect((await finish({ program: 'sleep', args: ['1000'], limitMs: 200 })).end).toEqual({ kind: 'limit' });
    const { lines, end } = await finish({ program: 'yes', args: [], limitMs });
    expect(end).toEqual({ kind: 'limit' });
    expect(lines.join('\n').length).toBeLessThan(300_000);
    expect(await children()).toEqual([]);
  });

  test('ends a program that ignores every polite signal, stopped or flooding, and leaves no zombie', async () => {
    const deaf = `trap '' TERM INT HUP QUIT PIPE; `;
    expect((await finish({ program: 'sh', args: ['-c', `${deaf} while :; do sleep 0.05; done`], limitMs: 300 })).end).toEqual({
      kind: 'limit',
    });
    expect((await finish({ program: 'sh', args: ['-c', `${deaf} while :; do echo flood flood flood; done`], limitMs })).end).toEqual({
      kind: 'limit',
    });
    expect((await finish({ program: 'sh', args: ['-c', 'kill -STOP $$'], limitMs: 300 })).end).toEqual({ kind: 'limit' });
    const cancelled = new AbortController();
    setTimeout(() => cancelled.abort(), 200);
    const waits = { program: 'sh', args: ['-c', `${deaf} while :; do sleep 0.05; done`], limitMs };
    expect((await finish(waits, cancelled.signal)).end).toEqual({ kind: 'stopped' });
    expect(await children()).toEqual([]);
  });

  test('does not wait for what a program left behind with its output open', async () => {
    const { lines, end } = await finish({ program: 'sh', args: ['-c', 'echo mine; sleep 2 & exit 0'], limitMs });
    expect(lines).toEqual(['mine']);
    expect(end).toEqual({ kind: 'ended', exitCode: 0 });
  });

  test('ends it when the person cancels, and leaves no process', async () => {
    const cancelled = new AbortController();
    setTimeout(() => cancelled.abort(), 200);
    expect((await finish({ program: 'sleep', args: ['1000'], limitMs }, cancelled.signal)).end).toEqual({ kind: 'stopped' });
    expect(await children()).toEqual([]);
  });

  test('starts nothing once it was cancelled', async () => {
    expect((await finish({ program: 'sleep', args: ['1000'], limitMs }, AbortSignal.abort())).end).toEqual({ kind: 'stopped' });
  });

  test('ends it when nobody reads any more', async () => {
    const running = runTool({ program: 'yes', args: [], limitMs }, new AbortController().signal);
    await running.next();
    await running.return({ kind: 'stopped' });
    expect(await children()).toEqual([]);
  });
});
