import { setTimeout as pause } from 'node:timers/promises';

import { listHosts } from '../../electron/store/hosts/list-hosts.ts';
import { saveCheck } from '../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../electron/store/store.ts';
import type { Bench, Finding } from './bench.ts';
import { LONG, longHistory, openHistory } from './history/long-history.ts';
import { BUSY_HOST, makePast } from './history/past.ts';
import { scratchFolder } from './places.ts';
import { longestFrame, slowestSecond, type Frames } from './window/frames.ts';
import { onScreen } from './window/on-screen.ts';
import { fillWithLines, framesOfScrolling, goDown } from './window/scroll.ts';
import { startWindow } from './window/start-window.ts';
import { waitUntil } from './window/wait-for.ts';
import { bareWindow, sondeWindow, windowBlockers } from './window/windows.ts';

/** So many rows of 24 pixels somebody has read who scrolls for minutes. */
const DEEP_ROWS = 20_000;
const DEEP_PX = DEEP_ROWS * 24;

const LIMIT_MS = 120_000;

/** Whether the table of checks stays smooth, at its top and far below it. */
export const bench: Bench = {
  title: 'scrolling the checks of a host that has 200 000',
  blockers: windowBlockers,
  run: () => onScreen(async (environment) => [...(await scrollBare(environment)), ...(await scrollSonde(environment))]),
};

/** What this machine can do at all. */
async function scrollBare(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const folder = scratchFolder();
  const { page, end } = await startWindow({ argv: bareWindow(), folder: folder.path, environment });
  await fillWithLines(page, DEEP_ROWS);
  await pause(SETTLED_AFTER_MS);
  const frames = await framesOfScrolling(page);
  await end();
  folder.remove();
  return findings({ where: 'of plain lines in a bare window', frames, atMost: null });
}

async function scrollSonde(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const folder = longHistory(LONG);
  makeNewest(folder);
  const { page, end } = await startWindow({ argv: sondeWindow(), folder, environment });
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const stands = `document.querySelector('h1')?.textContent.includes('${BUSY_HOST}') && document.querySelector('main [data-check]') !== null`;
    await waitUntil(page, { expression: stands }, signal);
    await pause(SETTLED_AFTER_MS);
    const top = await framesOfScrolling(page);
    await goDown(page, DEEP_PX, signal);
    const deep = await framesOfScrolling(page);
    return [
      ...findings({ where: 'from the top', frames: top, atMost: LONGEST_FRAME_MS }),
      ...findings({ where: `${DEEP_ROWS} rows below`, frames: deep, atMost: LONGEST_FRAME_MS }),
    ];
  } finally {
    await end();
  }
}

/** 50 frames a second. */
const LONGEST_FRAME_MS = 20;

/** The timeline and the statistics of the page are there by then. */
const SETTLED_AFTER_MS = 5_000;

/** The app opens the host that was checked last: one more check of the busy one makes it that. */
function makeNewest(folder: string): void {
  const store = openHistory(folder);
  const listing = listHosts(store, { limit: 1 });
  const newestMs = listing.kind === 'listed' ? (listing.rows[0]?.lastCheckedAtMs ?? 0) : 0;
  const [check] = makePast({ checkCount: 1, hostCount: 1 });
  if (check === undefined) throw new Error('A past has a check.');
  const target = { ...check.target, host: BUSY_HOST, port: 443 };
  const saved = saveCheck(store, { ...check, target, startedAtMs: newestMs + 1_000 });
  closeStore(store);
  if (saved.kind === 'not_saved') throw new Error(saved.problem.detail);
}

interface Scrolled {
  readonly where: string;
  readonly frames: Frames;
  readonly atMost: number | null;
}

function findings({ where, frames, atMost }: Scrolled): readonly Finding[] {
  return [
    { name: `a frame ${where}, on average of the slowest second`, value: 1_000 / slowestSecond(frames), unit: 'ms', atMost },
    { name: `the longest frame ${where}`, value: longestFrame(frames), unit: 'ms', atMost: null },
  ];
}
