import { setTimeout as pause } from 'node:timers/promises';

import { slopePerHour } from '../soak/judge.ts';
import { startServers, CHECKED } from '../soak/servers.ts';
import type { Bench, Finding } from './bench.ts';
import { quantile } from './history/quantile.ts';
import { scratchFolder } from './places.ts';
import { memoryOfAll } from './window/memory.ts';
import { onScreen } from './window/on-screen.ts';
import { startWindow } from './window/start-window.ts';
import { bareWindow, sondeWindow, windowBlockers } from './window/windows.ts';

/** As many checks as a watch makes in an hour at its usual pace of one every ten seconds. */
const HOURS_CHECKS = 360;

/** Ten a second, the quickest a watch may be: so the hour's checks are made in less than a minute. */
const INTERVAL_MS = 100;

/** Nothing that belongs to the start goes on after this. */
const IDLE_AFTER_MS = 10_000;

/** For this long after the hour's checks, three times as many more. */
const SLOPE_MS = 3 * HOURS_CHECKS * INTERVAL_MS;
const SAMPLE_EVERY_MS = 1_000;

/** What the app holds when nobody uses it, and after a watch has made as many checks as in an hour: the checks of an hour, not its minutes. */
export const bench: Bench = {
  title: 'memory at rest, and after as many checks as a watch makes in an hour',
  blockers: () => [...windowBlockers(), ...(process.platform === 'linux' ? [] : ['only Linux tells what several processes share'])],
  run: () => onScreen(measure),
};

async function measure(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const folder = scratchFolder();
  const bare = await startWindow({ argv: bareWindow(), folder: folder.path, environment });
  await pause(IDLE_AFTER_MS);
  const bareMegabytes = memoryOfAll(bare.pid);
  await bare.end();
  folder.remove();
  const watched = await watch(environment);
  return [
    { name: 'a bare Electron window', value: bareMegabytes, unit: 'MB', atMost: null },
    { name: 'Sonde at rest, empty history', value: watched.atRest, unit: 'MB', atMost: null },
    { name: 'what Sonde holds more at rest', value: watched.atRest - bareMegabytes, unit: 'MB', atMost: 80 },
    {
      name: `after ${HOURS_CHECKS} checks of a watch, more than at rest`,
      value: watched.afterHour - watched.atRest,
      unit: 'MB',
      atMost: 60,
    },
    { name: `${HOURS_CHECKS} checks further on, by the trend`, value: watched.perHour, unit: 'MB', atMost: 8 },
  ];
}

interface Watched {
  readonly atRest: number;
  readonly afterHour: number;
  /** How much more each further hour's worth of checks adds. */
  readonly perHour: number;
}

async function watch(environment: NodeJS.ProcessEnv): Promise<Watched> {
  const folder = scratchFolder();
  const servers = await startServers();
  const { page, pid, end } = await startWindow({ argv: sondeWindow(), folder: folder.path, environment });
  try {
    await pause(IDLE_AFTER_MS);
    const atRest = memoryOfAll(pid);
    await page.evaluate(`{
      globalThis.benchRounds = 0;
      const target = { host: '${CHECKED}', port: ${servers.greeting}, transport: 'tcp' };
      bridge.watchEndpoint({ target, options: {}, intervalMs: ${INTERVAL_MS}, until: 'stopped', notice: 'none' }, (message) => {
        if (message.kind === 'event' && message.value.kind === 'finished') globalThis.benchRounds += 1;
      });
    }`);
    const rounds = async (): Promise<number> => (await page.evaluate('globalThis.benchRounds')) as number;
    while ((await rounds()) < HOURS_CHECKS) await pause(SAMPLE_EVERY_MS);
    const before: number[] = [];
    const points: { readonly atMs: number; readonly value: number }[] = [];
    const endMs = performance.now() + SLOPE_MS;
    while (performance.now() < endMs) {
      const value = memoryOfAll(pid);
      if (before.length < 5) before.push(value);
      points.push({ atMs: await rounds(), value });
      await pause(SAMPLE_EVERY_MS);
    }
    // By rounds instead of by time: a busy machine makes fewer of them.
    const perRound = slopePerHour(points) / 3_600_000;
    return { atRest, afterHour: quantile(before, 0.5), perHour: perRound * HOURS_CHECKS };
  } finally {
    await end();
    servers.close();
    folder.remove();
  }
}
