import type { Bench, Finding } from './bench.ts';
import { LONG, longHistory } from './history/long-history.ts';
import { quantile } from './history/quantile.ts';
import { scratchFolder } from './places.ts';
import { onScreen } from './window/on-screen.ts';
import { startWindow } from './window/start-window.ts';
import { waitUntil } from './window/wait-for.ts';
import { sondeWindow, windowBlockers } from './window/windows.ts';

const ROUNDS = 15;

/** The first page stands: the newest check of the host that was checked last, or the welcome of an empty history. */
const PAGE_STANDS = "document.querySelector('main [data-check], main input') !== null";

const LIMIT_MS = 30_000;

/** What a long past costs whoever only wants to start. */
export const bench: Bench = {
  title: 'the window with a history of 1 000 000 checks, beside an empty one',
  blockers: windowBlockers,
  run: () => onScreen(compare),
};

type Times = Record<'untilKeyMs' | 'untilPageMs', number[]>;

async function compare(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const empty = scratchFolder();
  const folders = { empty: empty.path, long: longHistory(LONG) };
  const times: Record<keyof typeof folders, Times> = {
    empty: { untilKeyMs: [], untilPageMs: [] },
    long: { untilKeyMs: [], untilPageMs: [] },
  };
  // The first rounds fill the caches of files, and count for nobody.
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const name of ['empty', 'long'] as const) {
      const { untilKeyMs, untilPageMs } = await startOnce(folders[name], environment);
      if (round < 0) continue;
      times[name].untilKeyMs.push(untilKeyMs);
      times[name].untilPageMs.push(untilPageMs);
    }
  }
  empty.remove();
  return [...findings('until it takes a key', 'untilKeyMs', times), ...findings('until the first page stands', 'untilPageMs', times)];
}

async function startOnce(folder: string, environment: NodeJS.ProcessEnv): Promise<Record<keyof Times, number>> {
  const { page, startedMs, untilKeyMs, end } = await startWindow({ argv: sondeWindow(), folder, environment });
  await waitUntil(page, { expression: PAGE_STANDS }, AbortSignal.timeout(LIMIT_MS));
  const untilPageMs = performance.now() - startedMs;
  await end();
  return { untilKeyMs, untilPageMs };
}

function findings(what: string, which: keyof Times, { empty, long }: Readonly<Record<'empty' | 'long', Times>>): readonly Finding[] {
  const [emptyMs, longMs] = [quantile(empty[which], 0.5), quantile(long[which], 0.5)];
  return [
    { name: `${what}, empty`, value: emptyMs, unit: 'ms', atMost: null },
    { name: `${what}, 1 000 000 checks`, value: longMs, unit: 'ms', atMost: null },
    { name: `${what}, 1 000 000 checks / empty`, value: longMs / emptyMs, unit: 'x', atMost: which === 'untilKeyMs' ? 1.3 : null },
  ];
}
