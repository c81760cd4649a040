import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program to time, by a short name. */
export interface Contestant {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  /** The exit code of every good run; 0 unless told. */
  readonly exitCode?: number;
  /** Made new before every run, outside the time that is measured. */
  readonly prepare?: () => void;
}

/** What the runs of one contestant had in common. */
export interface Timing {
  readonly name: string;
  readonly medianMs: number;
  /** The most memory any run held, in megabytes; 0 where the system does not tell. */
  readonly peakMegabytes: number;
  /** What the last run printed. */
  readonly stdout: string;
}

/** Runs all contestants in turns, so that a busy moment hits all alike, and gives their medians in the same order. */
export async function race(contestants: readonly Contestant[], rounds: number): Promise<readonly Timing[]> {
  const runs = contestants.map((): Run[] => []);
  // The first round warms caches of files, and counts for nobody.
  for (let round = -1; round < rounds; round++) {
    for (const [index, { name, argv, exitCode = 0, prepare }] of contestants.entries()) {
      prepare?.();
      const run = await runOnce(argv);
      if (run.exitCode !== exitCode) throw new Error(`${name} ended with ${String(run.exitCode)}: ${run.stdout}`);
      if (round >= 0) runs[index]?.push(run);
    }
  }
  return contestants.map(({ name }, index) => summarize(name, runs[index] ?? []));
}

/** The timing of one contestant. */
export function timingOf(timings: readonly Timing[], name: string): Timing {
  const timing = timings.find((each) => each.name === name);
  if (timing === undefined) throw new Error(`${name} was not measured.`);
  return timing;
}

interface Run {
  readonly durationMs: number;
  readonly exitCode: number | null;
  readonly peakMegabytes: number;
  readonly stdout: string;
}

/** How often the memory of a running process is read: its peak is kept by the system, so only the very end can be missed. */
const MEMORY_EVERY_MS = 20;

function runOnce([program, ...args]: Contestant['argv']): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    let peakMegabytes = 0;
    const watch = setInterval(() => {
      peakMegabytes = Math.max(peakMegabytes, readPeak(child.pid));
    }, MEMORY_EVERY_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (exitCode) => {
      clearInterval(watch);
      const durationMs = performance.now() - startedMs;
      child.on('close', () => resolve({ durationMs, exitCode, peakMegabytes, stdout }));
    });
  });
}

/** VmHWM of proc(5); 0 on other systems and once the process is gone. */
function readPeak(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}

function summarize(name: string, runs: readonly Run[]): Timing {
  const durations = runs.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  const medianMs = durations[Math.floor(durations.length / 2)] ?? Number.NaN;
  return { name, medianMs, peakMegabytes: Math.max(...runs.map((run) => run.peakMegabytes)), stdout: runs.at(-1)?.stdout ?? '' };
}
