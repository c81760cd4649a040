import { setTimeout as pause } from 'node:timers/promises';

import { scratchFolder } from '../bench/places.ts';
import { openConsole } from '../bench/window/console.ts';
import { onScreen } from '../bench/window/on-screen.ts';
import { startWindow } from '../bench/window/start-window.ts';
import { judge, type Verdict } from './judge.ts';
import { heapMegabytes, startLoad, stopLoad, takeCounted, turnTo, type Counted } from './load.ts';
import { inspectable } from './main-process.ts';
import { recount } from './recount.ts';
import { startServers } from './servers.ts';
import { readStanding, type Standing } from './standing.ts';

// Drives the built app for as many minutes as argv[2] says, or until Ctrl-C, and tells what it measured. Exit code 1: a bound was not kept.

const SAMPLE_EVERY_MS = 15_000;
const TURN_EVERY_SAMPLES = 2;
const TOLD_EVERY_SAMPLES = 4;
const START_LIMIT_MS = 60_000;

/** The window takes its commands once the rest of it is loaded. */
const SETTLED_AFTER_MS = 3_000;

/** Longer than a busy machine makes anybody wait: the page hangs. */
const ANSWER_LIMIT_MS = 60_000;

/** Checks under way, a silent service among them, end by themselves. */
const LAST_CHECKS_MS = 8_000;

const lengthMs = Number(process.argv[2]) * 60_000;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const folder = scratchFolder();
const verdicts = await onScreen(soak);
folder.remove();
for (const { name, measured, bound, isKept } of verdicts) console.log(`${isKept ? 'kept  ' : 'MISSED'}  ${name}: ${measured} (${bound})`);
process.exit(verdicts.every(({ isKept }) => isKept) ? 0 : 1);

async function soak(environment: NodeJS.ProcessEnv): Promise<readonly Verdict[]> {
  const servers = await startServers();
  const plan = await inspectable();
  const window = await startWindow({ argv: plan.argv, folder: folder.path, environment });
  const { page, pid } = window;
  const main = await plan.connect();
  const standings: Standing[] = [];
  const savedIds: number[] = [];
  let isAnswering = true;
  let last: Counted = { savedIds: [], notSaved: 0, watchRounds: 0, reads: 0, faults: 0 };
  const take = async (): Promise<void> => {
    last = await takeCounted(page);
    savedIds.push(...last.savedIds);
  };
  try {
    await pause(SETTLED_AFTER_MS);
    await openConsole(page, String(servers.talking), AbortSignal.timeout(START_LIMIT_MS));
    await startLoad(page, servers);
    const startedMs = performance.now();
    // Ctrl-C reaches the app as well, and then nothing answers any more.
    const isOver = (): boolean => stop.signal.aborted || performance.now() - startedMs >= lengthMs;
    while (isAnswering && !isOver()) {
      await pause(SAMPLE_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      isAnswering = await isAnswered(async () => {
        await take();
        const heaps = { mainHeapMegabytes: await heapMegabytes(main), pageHeapMegabytes: await heapMegabytes(page) };
        standings.push(readStanding({ pid, folder: folder.path, atMs: performance.now() - startedMs, ...heaps }));
        if (standings.length % TOLD_EVERY_SAMPLES === 0) tell(standings.at(-1), savedIds.length);
        if (standings.length % TURN_EVERY_SAMPLES === 0)
          await turnTo(page, standings.length % (2 * TURN_EVERY_SAMPLES) === 0 ? 'console' : 'checks');
      });
    }
    isAnswering &&= await isAnswered(async () => {
      await stopLoad(page);
      await pause(LAST_CHECKS_MS);
      await take();
    });
    const megabytesPerSecond = servers.saidBytes() / 1_000 / (performance.now() - startedMs);
    console.log(`${stop.signal.aborted ? 'Stopped' : 'Ended'} after ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes:`);
    console.log(
      `  ${last.watchRounds} rounds of the watch, ${last.reads} readings of the history, ${megabytesPerSecond.toFixed(2)} MB/s in the console`,
    );
  } finally {
    main.close();
    await window.end();
    servers.close();
  }
  const { present, rowCount, quickCheck } = recount(folder.path, savedIds);
  console.log(`  ${rowCount} checks in the history, ${last.notSaved} told as not saved`);
  return judge(standings, { acknowledged: savedIds.length, present, faults: last.faults + last.notSaved, quickCheck, isAnswering });
}

/** Does something with the window; false when it did not answer. Waits no longer once the run is stopped. */
async function isAnswered(act: () => Promise<void>): Promise<boolean> {
  if (stop.signal.aborted) return true;
  const done = new AbortController();
  const signal = AbortSignal.any([stop.signal, done.signal]);
  const waited = pause(ANSWER_LIMIT_MS, false, { signal }).catch(() => true);
  const answered = await Promise.race([act().then(() => true), waited]);
  done.abort();
  return answered;
}

function tell(standing: Standing | undefined, savedCount: number): void {
  if (standing === undefined) return;
  const { atMs, mainMegabytes, pageMegabytes, mainHeapMegabytes, pageHeapMegabytes, handles, walMegabytes, historyMegabytes } = standing;
  console.log(
    `${(atMs / 60_000).toFixed(0).padStart(4)} min  main ${mainMegabytes.toFixed(0)} MB (needs ${mainHeapMegabytes.toFixed(1)}), page ${pageMegabytes.toFixed(0)} MB ` +
      `(needs ${pageHeapMegabytes.toFixed(1)}), ${handles} handles, WAL ${walMegabytes.toFixed(1)} MB, ` +
      `history ${historyMegabytes.toFixed(1)} MB, ${savedCount} checks saved`,
  );
}
