import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';

import { closeStore } from '../../electron/store/store.ts';
import { exportToFile } from '../../electron/transfer/export-to-file.ts';
import { checksFilterSchema } from '../../shared/history/checks-wanted.ts';
import { nothingLeftOut } from '../../shared/report/redaction.ts';
import type { Bench, Finding } from './bench.ts';
import { LONG, longHistory, openHistory } from './history/long-history.ts';

/** As long as nothing is exported, for comparison. */
const IDLE_MS = 10_000;

/** How long a whole export takes, and how long it ever holds up the process that it shares with the window. */
export const bench: Bench = {
  title: 'exporting 1 000 000 checks as JSON lines from the main process',
  blockers: () => [],
  run: async () => {
    const folder = longHistory(LONG);
    const store = openHistory(folder);
    const path = join(folder, 'export.jsonl');
    const wanted = {
      format: 'json_lines',
      checks: { hostId: null, endpoint: null, filter: v.parse(checksFilterSchema, {}) },
      redaction: nothingLeftOut,
    } as const;
    const idle = await whileBeating(() => pause(IDLE_MS));
    const exporting = await whileBeating(() =>
      exportToFile(store, { wanted, path, mayReplace: true, onProgress: () => undefined }, new AbortController().signal),
    );
    closeStore(store);
    const end = exporting.result;
    if (end.kind !== 'exported' || end.checkCount < LONG.checkCount) throw new Error(`The export ended with ${JSON.stringify(end)}.`);
    return findings({ idle, exporting, sizeBytes: statSync(path).size });
  },
};

interface Beaten<Result> {
  readonly result: Result;
  readonly durationMs: number;
  /** The longest time between two turns: also what other programs took from this one. */
  readonly longestWaitMs: number;
  /** The most that this process itself worked between two turns. */
  readonly longestWorkMs: number;
}

/** Asks for a turn as often as it gets one while `work` goes on, and remembers the longest it had to wait. */
async function whileBeating<Result>(work: () => Promise<Result>): Promise<Beaten<Result>> {
  const startedMs = performance.now();
  const longest = { waitMs: 0, workMs: 0 };
  let last = { atMs: startedMs, workedMs: workedMs() };
  let isBeating = true;
  const beat = (): void => {
    const now = { atMs: performance.now(), workedMs: workedMs() };
    longest.waitMs = Math.max(longest.waitMs, now.atMs - last.atMs);
    longest.workMs = Math.max(longest.workMs, now.workedMs - last.workedMs);
    last = now;
    if (isBeating) setImmediate(beat);
  };
  beat();
  const result = await work();
  isBeating = false;
  return { result, durationMs: performance.now() - startedMs, longestWaitMs: longest.waitMs, longestWorkMs: longest.workMs };
}

/** Of this thread, in milliseconds. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

interface Measured {
  readonly idle: Beaten<unknown>;
  readonly exporting: Beaten<unknown>;
  readonly sizeBytes: number;
}

function findings({ idle, exporting, sizeBytes }: Measured): readonly Finding[] {
  return [
    { name: 'the export', value: exporting.durationMs, unit: 'ms', atMost: null },
    { name: 'its size', value: sizeBytes / 1_000_000, unit: 'MB', atMost: null },
    { name: 'the longest that the export worked without giving way', value: exporting.longestWorkMs, unit: 'ms', atMost: 50 },
    {
      name: 'the longest that anything waited meanwhile, for the disk and for other programs too',
      value: exporting.longestWaitMs,
      unit: 'ms',
      atMost: null,
    },
    { name: 'the longest that anything waited without an export', value: idle.longestWaitMs, unit: 'ms', atMost: null },
  ];
}
