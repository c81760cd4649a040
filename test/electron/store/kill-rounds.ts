import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

import { folderInMemory } from './open-for-test.ts';
import { exitCode, processFile, start } from './run-process.ts';
import { seeded } from './seeded.ts';

/** Rounds in which a process is killed at a moment nobody chose. */
export interface KillRounds {
  readonly rounds: number;
  readonly seed: number;
  /** Makes ready what the work of a round is done on: what work-until-killed.ts is told. */
  readonly prepare: (round: number) => Readonly<Record<string, string>>;
  /** Looks at what is left; `said` are the whole lines that the process could say. */
  readonly judge: (round: number, said: readonly string[]) => void | Promise<void>;
  /** From the first sign (the first line it says, or the order where it says none before its end), so long at the most; in milliseconds. */
  readonly withinMs: number;
  /** Whether the first line it says is the sign. */
  readonly afterFirstLine?: boolean;
}

/** Starts, kills, looks, again and again. The next process warms up meanwhile: starting takes longer than all the rest. */
export async function killInRounds({ rounds, seed, prepare, judge, withinMs, afterFirstLine = false }: KillRounds): Promise<void> {
  const next = seeded(seed);
  const compiled = await compileOnce();
  let warm = startWorker(compiled);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const worker = await warm;
      warm = startWorker(compiled);
      worker.child.stdin.write(`${JSON.stringify(prepare(round))}\n`);
      if (afterFirstLine) await once(worker.child.stdout, 'data');
      await pause(next(withinMs * 100) / 100);
      worker.child.kill('SIGKILL');
      const code = await exitCode(worker.child);
      const complaint = await worker.complaint;
      if (code !== null && code !== 0) throw new Error(`Round ${round}: ${complaint}`);
      // The kill may cut the last line; what was said before it counts. The first is "ready".
      await judge(round, (await worker.said).split('\n').slice(1, -1));
    }
  } finally {
    (await warm).child.kill('SIGKILL');
  }
}

/** A folder with the compiled code of the worker: only a process that is not killed writes it, and with it the others start in a third of the time. */
async function compileOnce(): Promise<string> {
  const compiled = folderInMemory();
  const { child } = await startWorker(compiled);
  child.stdin.end();
  await exitCode(child);
  return compiled;
}

async function startWorker(compiled: string) {
  const child = start(['env', `NODE_COMPILE_CACHE=${compiled}`, process.execPath, processFile('work-until-killed.ts')]);
  const [said, complaint] = [text(child.stdout), text(child.stderr)];
  await once(child.stdout, 'data');
  return { child, said, complaint };
}

/** How long a work takes that nobody kills, in milliseconds: kills are spread over that. */
export async function measureWork(order: Readonly<Record<string, string>>): Promise<number> {
  const { child, said } = await startWorker(await compileOnce());
  const startedMs = performance.now();
  child.stdin.write(`${JSON.stringify(order)}\n`);
  await said;
  return performance.now() - startedMs;
}
