import { outcomes, type Outcome } from '../check/outcome.ts';
import { stages, type Stage } from '../check/stage.ts';
import type { CheckDigest } from './check-digest.ts';
import { startQuantiles, type QuantileSketch } from './quantile-sketch.ts';
import type { Spread, TimelineBucket, TimelineEntry } from './timeline.ts';
import { worseOutcome } from './worst-outcome.ts';

/** A cell of a timeline that grows with each check. */
export interface Cell {
  readonly add: (entry: TimelineEntry) => void;
  readonly addAll: (digest: CheckDigest) => void;
  readonly read: () => Pick<TimelineBucket, 'checkCount' | 'worst' | 'reply' | 'phases'>;
}

/** Starts without a check. Sketches are made when something is put into them: most cells of most timelines stay empty. */
export function startCell(): Cell {
  const sketches = new Map<Stage | 'reply', QuantileSketch>();
  let checkCount = 0;
  let worst: Outcome | null = null;
  const count = (outcome: Outcome, added: number): void => {
    checkCount += added;
    worst = worst === null ? outcome : worseOutcome(worst, outcome);
  };
  const sketchOf = (what: Stage | 'reply'): QuantileSketch => {
    const sketch = sketches.get(what) ?? startQuantiles();
    sketches.set(what, sketch);
    return sketch;
  };
  return {
    add: ({ outcome, replyMs, phases = {} }) => {
      count(outcome, 1);
      // It proves nothing, and its times less.
      if (outcome === 'cancelled') return;
      if (replyMs !== null) sketchOf('reply').add(replyMs);
      for (const stage of stages) if (phases[stage] !== undefined) sketchOf(stage).add(phases[stage]);
    },
    addAll: ({ outcomeCounts, reply, phases }) => {
      for (const outcome of outcomes) if (outcomeCounts[outcome] !== undefined) count(outcome, outcomeCounts[outcome]);
      if (reply.length > 0) sketchOf('reply').addAll(reply);
      for (const stage of stages) if (phases[stage] !== undefined) sketchOf(stage).addAll(phases[stage]);
    },
    read: () => ({
      checkCount,
      worst,
      reply: spreadOf(sketches.get('reply')),
      phases: stages.flatMap((stage) => {
        const spread = spreadOf(sketches.get(stage));
        return spread === null ? [] : [{ stage, ...spread }];
      }),
    }),
  };
}

function spreadOf(sketch: QuantileSketch | undefined): Spread | null {
  if (sketch === undefined || sketch.count() === 0) return null;
  const at = (share: number): number => sketch.quantile(share) ?? 0;
  return { minMs: at(0), medianMs: at(0.5), maxMs: at(1) };
}
