import type { Bench, Finding } from './bench.ts';
import { quantile } from './history/quantile.ts';
import { scratchFolder } from './places.ts';
import { onScreen } from './window/on-screen.ts';
import { startWindow } from './window/start-window.ts';
import { bareWindow, npmStart, windowBlockers } from './window/windows.ts';

const ROUNDS = 15;

/** How long a person waits from `npm start` until the omnibox takes what is typed, beside a window with nothing but an input. */
export const bench: Bench = {
  title: 'npm start, built, until the omnibox takes a key',
  blockers: windowBlockers,
  run: () => onScreen(compare),
};

async function compare(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const contestants = { bare: bareWindow(), sonde: npmStart };
  const folders = { bare: scratchFolder(), sonde: scratchFolder() };
  const durationsMs: Record<keyof typeof contestants, number[]> = { bare: [], sonde: [] };
  // Each keeps its data folder, as a person does. The first rounds fill it and the caches of files, and count for nobody.
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const name of ['bare', 'sonde'] as const) {
      const window = await startWindow({ argv: contestants[name], folder: folders[name].path, environment });
      await window.end();
      if (round >= 0) durationsMs[name].push(window.untilKeyMs);
    }
  }
  for (const folder of Object.values(folders)) folder.remove();
  const [bareMs, sondeMs] = [quantile(durationsMs.bare, 0.5), quantile(durationsMs.sonde, 0.5)];
  return [
    { name: 'a bare Electron window with an input', value: bareMs, unit: 'ms', atMost: null },
    { name: 'npm start', value: sondeMs, unit: 'ms', atMost: null },
    { name: 'npm start / a bare window', value: sondeMs / bareMs, unit: 'x', atMost: 1.5 },
  ];
}
