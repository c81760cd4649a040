import type { CheckEvent } from '../../shared/check/event.ts';
import type { Failure } from '../../shared/check/failure.ts';
import { CHECK_LIMIT_MS } from '../../shared/check/options.ts';
import { stages, type Stage, type StageRecord } from '../../shared/check/stage.ts';
import type { Cause } from '../probes/classify.ts';
import { startStopwatch } from '../probes/stopwatch.ts';

/** The clock of one check: times its stages, tells about them, and knows what is left of its limit. */
export interface StageLog {
  /** Unix time of the start. */
  readonly startedAtMs: number;
  /** Since the check began, in milliseconds, monotonic. */
  readonly offsetMs: () => number;
  /** A stage's own limit, cut to what is left of the whole check's; at least 1 ms. */
  readonly limitMs: (ownMs: number) => number;
  /** Runs one stage, timed; it failed when its result has a cause. */
  readonly run: <T extends { readonly cause: Cause | null }>(stage: StageToRun, perform: () => Promise<T>) => Promise<T & StageEnd>;
  /** All five stages in order; those that were not run are skipped. */
  readonly records: () => StageRecord[];
}

/** A stage about to run. */
export interface StageToRun {
  readonly stage: Stage;
  readonly limitMs: number;
  /** The address it runs with, or null before one is known. */
  readonly address: string | null;
}

/** How a stage ended. */
export interface StageEnd {
  readonly failure: Failure | null;
}

/** Starts the clock of one check. */
export function createStageLog(emit: (event: CheckEvent) => void): StageLog {
  const done = new Map<Stage, StageRecord>();
  const offsetMs = startStopwatch();
  return {
    startedAtMs: Date.now(),
    offsetMs,
    limitMs: (ownMs) => Math.max(1, Math.min(ownMs, CHECK_LIMIT_MS - offsetMs())),
    run: async ({ stage, limitMs, address }, perform) => {
      const offset = offsetMs();
      emit({ kind: 'stage_started', stage, offsetMs: offset, limitMs });
      const elapsedMs = startStopwatch();
      const result = await perform();
      const durationMs = elapsedMs();
      const record: StageRecord = { stage, outcome: result.cause === null ? 'passed' : 'failed', offsetMs: offset, durationMs };
      done.set(stage, record);
      emit({ kind: 'stage_finished', record });
      return { ...result, failure: result.cause && { operation: stage, address, elapsedMs: durationMs, ...result.cause } };
    },
    records: () => stages.map((stage) => done.get(stage) ?? { stage, outcome: 'skipped', offsetMs: 0, durationMs: 0 }),
  };
}
