import type { Outcome } from '../check/outcome.ts';
import type { Stage } from '../check/stage.ts';
import type { CheckDigest } from './check-digest.ts';
import type { PhaseTimes } from './phase-times.ts';
import { startCell, type Cell } from './timeline-cell.ts';

/** What a timeline needs of a check. */
export interface TimelineEntry {
  readonly startedAtMs: number;
  readonly outcome: Outcome;
  /** How long the reply took, in milliseconds; null when nothing replied. */
  readonly replyMs: number | null;
  /** None when left out. */
  readonly phases?: PhaseTimes;
}

/** The part of time to draw and in how many cells. Unix milliseconds; `toMs` is not in it any more. */
export interface TimelineSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly bucketCount: number;
}

/** One cell of a timeline. */
export interface TimelineBucket {
  readonly fromMs: number;
  readonly toMs: number;
  readonly checkCount: number;
  /** The worst outcome in it wins; null without a check. */
  readonly worst: Outcome | null;
  /** Reply times; null when nothing replied. */
  readonly reply: Spread | null;
  /** The stages that went well at least once, in their order. */
  readonly phases: readonly ({ readonly stage: Stage } & Spread)[];
}

/** Durations in milliseconds, the median to 1 %. */
export interface Spread {
  readonly minMs: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

/** A timeline whose cells fill with each check. */
export interface TimelineFilling {
  readonly add: (entry: TimelineEntry) => void;
  /** Takes the checks of a digest, which fall into the cell of this moment. */
  readonly addAll: (atMs: number, digest: CheckDigest) => void;
  readonly read: () => readonly TimelineBucket[];
}

/** Starts a timeline of cells of equal length, all of them empty; it takes checks in any order, and leaves out those outside the span. */
export function startTimeline({ fromMs, toMs, bucketCount }: TimelineSpan): TimelineFilling {
  if (!Number.isInteger(bucketCount) || bucketCount < 1 || !(toMs > fromMs))
    throw new Error('A timeline has a length and at least one cell.');
  const cells = Array.from({ length: bucketCount }, startCell);
  const cellAt = (atMs: number): Cell | undefined => {
    if (atMs < fromMs || atMs >= toMs) return undefined;
    const place = Math.floor(((atMs - fromMs) * bucketCount) / (toMs - fromMs));
    // Rounding may put the last instant of the span behind its last cell.
    return cells[Math.min(place, bucketCount - 1)];
  };
  const edgeMs = (place: number): number => fromMs + ((toMs - fromMs) * place) / bucketCount;
  return {
    add: (entry) => cellAt(entry.startedAtMs)?.add(entry),
    addAll: (atMs, digest) => cellAt(atMs)?.addAll(digest),
    read: () => cells.map((cell, place) => ({ fromMs: edgeMs(place), toMs: edgeMs(place + 1), ...cell.read() })),
  };
}
