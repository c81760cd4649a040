import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { hasDisplay } from '../../build/display.mjs';
import { findRuntime, rootFolder } from '../../build/runtime.mjs';
import { startVirtualDisplay } from '../../build/test/virtual-display.mjs';
import type { Bench, Finding } from './bench.ts';
import { benchFile, scratchFolder } from './places.ts';
import { waitUntilKeyArrives } from './window-key.ts';

const ROUNDS = 15;

/** As long as nothing arrives something is broken; a start takes about a second. */
const LIMIT_MS = 30_000;

/** How long a person waits from `npm start` until the omnibox takes what is typed, beside a window with nothing but an input. */
export const bench: Bench = {
  title: 'npm start, built, until the omnibox takes a key',
  blockers: () => (findRuntime() === undefined ? ['there is no Electron runtime; run "npm run setup"'] : []),
  run: async () => {
    const screen = hasDisplay() ? { environment: {}, stop: () => undefined } : await startVirtualDisplay(undefined);
    if ('problem' in screen) throw new Error(screen.problem);
    try {
      return await compare(screen.environment);
    } finally {
      screen.stop();
    }
  },
};

async function compare(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const electron = findRuntime()?.executable ?? '';
  // As root, build/start.mjs adds the same switch.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const contestants = {
    bare: [electron, ...switches, benchFile('bare-window')],
    sonde: [process.execPath, join(rootFolder, 'build', 'start.mjs')],
  };
  const folders = { bare: scratchFolder(), sonde: scratchFolder() };
  const durationsMs: Record<keyof typeof contestants, number[]> = { bare: [], sonde: [] };
  // Each keeps its data folder, as a person does. The first rounds fill it and the caches of files, and count for nobody.
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const name of ['bare', 'sonde'] as const) {
      const durationMs = await startOnce(contestants[name], { folder: folders[name].path, environment });
      if (round >= 0) durationsMs[name].push(durationMs);
    }
  }
  for (const folder of Object.values(folders)) folder.remove();
  const bareMs = median(durationsMs.bare);
  const sondeMs = median(durationsMs.sonde);
  return [
    { name: 'a bare Electron window with an input', value: bareMs, unit: 'ms', atMost: null },
    { name: 'npm start', value: sondeMs, unit: 'ms', atMost: null },
    { name: 'npm start / a bare window', value: sondeMs / bareMs, unit: 'x', atMost: 1.5 },
  ];
}

interface Place {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** One start, in milliseconds until a key arrived. */
async function startOnce([program = '', ...args]: readonly string[], { folder, environment }: Place): Promise<number> {
  // The last start wrote down its port; this one chooses another.
  rmSync(join(folder, 'DevToolsActivePort'), { force: true });
  const startedMs = performance.now();
  const child = spawn(program, [...args, `--user-data-dir=${folder}`, '--remote-debugging-port=0'], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  try {
    await waitUntilKeyArrives(folder, AbortSignal.timeout(LIMIT_MS));
    return performance.now() - startedMs;
  } finally {
    await end(child);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'close');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
