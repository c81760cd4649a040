import { setTimeout as pause } from 'node:timers/promises';

import type { Bench, Finding } from './bench.ts';
import { LONG, longHistory } from './history/long-history.ts';
import { quantile } from './history/quantile.ts';
import { scratchFolder } from './places.ts';
import { memoryOfAll } from './window/memory.ts';
import { onScreen } from './window/on-screen.ts';
import { startWindow, type WindowPlan } from './window/start-window.ts';
import { bareWindow, sondeWindow, windowBlockers } from './window/windows.ts';

const ROUNDS = 3;

/** Nothing that belongs to the start goes on after this, in milliseconds. */
const IDLE_AFTER_MS = 10_000;

/** What the app holds while nobody uses it, with a long past behind it and a host open. */
export const bench: Bench = {
  title: 'memory at rest with a history of 1 000 000 checks',
  blockers: () => [...windowBlockers(), ...(process.platform === 'linux' ? [] : ['only Linux tells what several processes share'])],
  run: () => onScreen(compare),
};

async function compare(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const scratch = scratchFolder();
  const plans = {
    bare: { argv: bareWindow(), folder: scratch.path, environment },
    sonde: { argv: sondeWindow(), folder: longHistory(LONG), environment },
  };
  const megabytes: Record<keyof typeof plans, number[]> = { bare: [], sonde: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['bare', 'sonde'] as const) megabytes[name].push(await memoryAtRest(plans[name]));
  }
  scratch.remove();
  const [bareMegabytes, sondeMegabytes] = [quantile(megabytes.bare, 0.5), quantile(megabytes.sonde, 0.5)];
  return [
    { name: 'all processes of a bare Electron window', value: bareMegabytes, unit: 'MB', atMost: null },
    { name: 'all processes of Sonde', value: sondeMegabytes, unit: 'MB', atMost: null },
    { name: 'what Sonde holds more', value: sondeMegabytes - bareMegabytes, unit: 'MB', atMost: 80 },
  ];
}

async function memoryAtRest(plan: WindowPlan): Promise<number> {
  const { pid, end } = await startWindow(plan);
  await pause(IDLE_AFTER_MS);
  const megabytes = memoryOfAll(pid);
  await end();
  return megabytes;
}
