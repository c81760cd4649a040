import { outcomes, type Outcome } from '../check/outcome.ts';
import { stages, type Stage } from '../check/stage.ts';
import type { PhaseTimes } from './phase-times.ts';
import { startQuantiles, type QuantileSketch, type SavedQuantiles } from './quantile-sketch.ts';
import { startStretches, type SavedStretches, type Stretch } from './stretches.ts';
import { startUptime, type SavedUptime } from './uptime.ts';

/** What statistics need of a check. */
export interface StatisticsEntry {
  readonly startedAtMs: number;
  readonly outcome: Outcome;
  readonly phases: PhaseTimes;
}

/** How long a stage took, in milliseconds, over the checks where it went well; quantiles to 1 % (quantile-sketch.ts). */
export interface PhaseStatistics {
  readonly stage: Stage;
  readonly count: number;
  readonly minMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/**
 * What a row of checks of one endpoint says. Times are Unix milliseconds.
 *
 * Cancelled checks prove nothing: they are counted and left out of everything else. "Up" is an outcome of `succeeded`.
 */
export interface Statistics {
  /** All but the cancelled ones. */
  readonly checkCount: number;
  readonly cancelledCount: number;
  readonly outcomeCounts: ReadonlyMap<Outcome, number>;
  /** The newest check that succeeded, or null. */
  readonly lastWorkedAtMs: number | null;
  /** The first failure since then; null while it works. */
  readonly firstFailedAtMs: number | null;
  /** The stretch the newest check belongs to. */
  readonly current: Stretch | null;
  readonly longestUp: Stretch | null;
  readonly longestDown: Stretch | null;
  /** Of the time that was watched (uptime.ts), 0 to 1; null when no two checks were near enough to each other. */
  readonly uptimeShare: number | null;
  /** How much time that is, in milliseconds. */
  readonly watchedMs: number;
  /** Of the checks, 0 to 1; null without any. */
  readonly succeededShare: number | null;
  /** The stages that went well at least once, in their order. */
  readonly phases: readonly PhaseStatistics[];
}

/** Statistics that grow with each check: one pass, and memory that does not grow with the number of checks. */
export interface StatisticsGathering {
  /** Takes the next check, in the order they were made. */
  readonly add: (entry: StatisticsEntry) => void;
  /** Takes all checks of another gathering; they were made after those that are here. */
  readonly addAll: (saved: SavedStatistics) => void;
  readonly read: () => Statistics;
  readonly save: () => SavedStatistics;
}

/** Statistics to keep, and to join to others later. */
export interface SavedStatistics {
  /** The cancelled ones among them. */
  readonly outcomeCounts: Readonly<Partial<Record<Outcome, number>>>;
  readonly stretches: SavedStretches | null;
  readonly uptime: SavedUptime | null;
  readonly phases: Readonly<Partial<Record<Stage, SavedQuantiles>>>;
}

/** Starts without a check. */
export function startStatistics(): StatisticsGathering {
  const counts = new Map<Outcome, number>();
  const phases = new Map<Stage, QuantileSketch>();
  const stretches = startStretches();
  const uptime = startUptime();
  const countOutcome = (outcome: Outcome, added: number): void => void counts.set(outcome, (counts.get(outcome) ?? 0) + added);
  return {
    add: ({ startedAtMs, outcome, phases: times }) => {
      countOutcome(outcome, 1);
      if (outcome === 'cancelled') return;
      const isUp = outcome === 'succeeded';
      stretches.add(startedAtMs, isUp);
      uptime.add(startedAtMs, isUp);
      for (const stage of stages) addTime(phases, stage, times[stage]);
    },
    addAll: (saved) => {
      for (const outcome of outcomes) {
        const count = saved.outcomeCounts[outcome];
        if (count !== undefined) countOutcome(outcome, count);
      }
      if (saved.stretches !== null) stretches.addAll(saved.stretches);
      if (saved.uptime !== null) uptime.addAll(saved.uptime);
      for (const stage of stages) if (saved.phases[stage] !== undefined) sketchOf(phases, stage).addAll(saved.phases[stage]);
    },
    read: () => ({
      ...readCounts(counts),
      ...stretches.read(),
      ...uptime.read(),
      phases: stages.flatMap((stage) => readPhase(stage, phases)),
    }),
    save: () => ({
      outcomeCounts: Object.fromEntries(counts),
      stretches: stretches.save(),
      uptime: uptime.save(),
      phases: Object.fromEntries([...phases].map(([stage, sketch]) => [stage, sketch.save()])),
    }),
  };
}

/** The statistics of checks that are all there, in the order they were made. */
export function statisticsOf(entries: Iterable<StatisticsEntry>): Statistics {
  const gathering = startStatistics();
  for (const entry of entries) gathering.add(entry);
  return gathering.read();
}

function readCounts(counts: ReadonlyMap<Outcome, number>) {
  const judged = new Map([...counts].filter(([outcome]) => outcome !== 'cancelled'));
  const checkCount = [...judged.values()].reduce((sum, count) => sum + count, 0);
  const succeededShare = checkCount === 0 ? null : (judged.get('succeeded') ?? 0) / checkCount;
  return { checkCount, cancelledCount: counts.get('cancelled') ?? 0, outcomeCounts: judged, succeededShare };
}

function addTime(phases: Map<Stage, QuantileSketch>, stage: Stage, durationMs: number | undefined): void {
  if (durationMs !== undefined) sketchOf(phases, stage).add(durationMs);
}

function sketchOf(phases: Map<Stage, QuantileSketch>, stage: Stage): QuantileSketch {
  const sketch = phases.get(stage) ?? startQuantiles();
  phases.set(stage, sketch);
  return sketch;
}

function readPhase(stage: Stage, phases: ReadonlyMap<Stage, QuantileSketch>): readonly PhaseStatistics[] {
  const sketch = phases.get(stage);
  if (sketch === undefined || sketch.count() === 0) return [];
  const at = (share: number): number => sketch.quantile(share) ?? 0;
  return [{ stage, count: sketch.count(), minMs: at(0), p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) }];
}
