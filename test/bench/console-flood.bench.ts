import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { Bench, Finding } from './bench.ts';
import { quantile } from './history/quantile.ts';
import { benchFile, scratchFolder } from './places.ts';
import { echoesOf, measureStop, openConsole, typeLines, watchEchoes } from './window/console.ts';
import { framesWhile, slowestSecond } from './window/frames.ts';
import { onScreen } from './window/on-screen.ts';
import type { PageConnection } from './window/page-connection.ts';
import { rendererOf, residentMegabytes } from './window/process-memory.ts';
import { startWindow, type StartedWindow } from './window/start-window.ts';
import { waitUntil } from './window/wait-for.ts';
import { sondeWindow, windowBlockers } from './window/windows.ts';

const GIBIBYTE = 1 << 30;

/** Packets of a byte come slowly: so many are what a server says in an hour. */
const SINGLE_BYTES = 1_000_000;

const LIMIT_MS = 900_000;
const TYPED_MS = 8_000;
const SESSIONS = 50;

/** What the window was built for is loaded by then. */
const SETTLED_AFTER_MS = 3_000;

/** Whether the console stays usable whatever a service sends. */
export const bench: Bench = {
  title: 'the console’s window in a flood',
  blockers: windowBlockers,
  run: () =>
    onScreen(async (environment) => [
      ...(await flood(environment, { name: '1 GiB of lines', sizeBytes: GIBIBYTE, form: 'lines' })),
      ...(await flood(environment, { name: 'one endless line', sizeBytes: GIBIBYTE / 4, form: 'endless' })),
      ...(await flood(environment, { name: 'packets of one byte', sizeBytes: SINGLE_BYTES, form: 'bytes' })),
      ...(await many(environment)),
    ]),
};

interface Flood {
  readonly name: string;
  readonly sizeBytes: number;
  readonly form: 'lines' | 'endless' | 'bytes';
}

async function flood(environment: NodeJS.ProcessEnv, { name, sizeBytes, form }: Flood): Promise<readonly Finding[]> {
  return withWindow(environment, async ({ pid, page }, signal) => {
    const source = await startSource(sizeBytes, form);
    const watch = watchMemory(pid);
    await openConsole(page, source.port, signal);
    await watchEchoes(page);
    const frames = await framesWhile(page, async () => {
      await typeLines(page, TYPED_MS);
      await waitUntil(page, { expression: `document.querySelector('[data-state="ended"]') !== null`, before: () => pause(200) }, signal);
    });
    const { signs, lines } = await echoesOf(page);
    const grown = watch();
    source.end();
    const stopMs = await stopInFlood(page, signal);
    return [
      { name: `${name}: a frame, on average of the slowest second`, value: 1_000 / slowestSecond(frames), unit: 'ms', atMost: 1_000 / 30 },
      { name: `${name}: from a key to its sign, 95 of 100`, value: quantile(signs, 0.95), unit: 'ms', atMost: 50 },
      { name: `${name}: from Enter to what was sent, 95 of 100`, value: quantile(lines, 0.95), unit: 'ms', atMost: 50 },
      { name: `${name}: growth of the main process`, value: grown.main, unit: 'MB', atMost: 64 },
      { name: `${name}: growth of the page`, value: grown.page, unit: 'MB', atMost: 150 },
      { name: `${name}: from the key that stops to the end`, value: stopMs, unit: 'ms', atMost: 200 },
    ];
  });
}

/** Closes a session in the middle of a flood. */
async function stopInFlood(page: PageConnection, signal: AbortSignal): Promise<number> {
  const source = await startSource(GIBIBYTE, 'lines');
  await openConsole(page, source.port, signal);
  await pause(1_500);
  const stopMs = await measureStop(page, signal);
  source.end();
  return stopMs;
}

/** Fifty sessions that talk at once: the one that is open stays quick. */
async function many(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  return withWindow(environment, async ({ page }, signal) => {
    const source = await startSource(SINGLE_BYTES, 'bytes');
    for (let session = 0; session < SESSIONS; session += 1) await openConsole(page, source.port, signal);
    await watchEchoes(page);
    const frames = await framesWhile(page, () => typeLines(page, TYPED_MS));
    const { signs, lines } = await echoesOf(page);
    source.end();
    return [
      {
        name: `${SESSIONS} sessions: a frame, on average of the slowest second`,
        value: 1_000 / slowestSecond(frames),
        unit: 'ms',
        atMost: 1_000 / 30,
      },
      { name: `${SESSIONS} sessions: from a key to its sign, 95 of 100`, value: quantile(signs, 0.95), unit: 'ms', atMost: 50 },
      { name: `${SESSIONS} sessions: from Enter to what was sent, 95 of 100`, value: quantile(lines, 0.95), unit: 'ms', atMost: 50 },
    ];
  });
}

async function withWindow(
  environment: NodeJS.ProcessEnv,
  measure: (window: StartedWindow, signal: AbortSignal) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const folder = scratchFolder();
  const window = await startWindow({ argv: sondeWindow(), folder: folder.path, environment });
  try {
    await pause(SETTLED_AFTER_MS);
    return await measure(window, AbortSignal.timeout(LIMIT_MS));
  } finally {
    await window.end();
    folder.remove();
  }
}

async function startSource(sizeBytes: number, form: Flood['form']): Promise<{ readonly port: string; readonly end: () => void }> {
  const source = spawn(process.execPath, [benchFile('window-flood.ts'), String(sizeBytes), form], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(source.stdout, 'data')) as [Buffer];
  return { port: line.toString().trim(), end: () => source.stdin.end() };
}

const LOOK_EVERY_MS = 50;

/** Follows the memory of both processes from now on; the function it returns stops, and tells how much each grew at most. */
function watchMemory(pid: number): () => { readonly main: number; readonly page: number } {
  const pagePid = rendererOf(pid);
  const before = { main: residentMegabytes(pid), page: residentMegabytes(pagePid) };
  const peak = { ...before };
  const timer = setInterval(() => {
    peak.main = Math.max(peak.main, residentMegabytes(pid));
    peak.page = Math.max(peak.page, residentMegabytes(pagePid));
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return { main: peak.main - before.main, page: peak.page - before.page };
  };
}
