import { describe, expect, it } from 'vitest';

import { drawnCells, failingStretches } from '../../../../renderer/parts/timeline/drawn-cells.ts';
import type { Outcome } from '../../../../shared/check/outcome.ts';
import type { TimelineCell } from '../../../../shared/history/endpoint-timeline.ts';

/** Cells of 10 ms, one check in each but where there is none; what replied took 5 ms. */
function cellsOf(...worsts: readonly (Outcome | null)[]): readonly TimelineCell[] {
  return worsts.map((worst, place) => ({
    fromMs: place * 10,
    toMs: (place + 1) * 10,
    checkCount: worst === null ? 0 : 1,
    worst,
    reply: worst === 'succeeded' || worst === 'refused' ? { minMs: 5, medianMs: 5, maxMs: 5 } : null,
    phases: [],
  }));
}

describe('the cells of the timeline', () => {
  it('are drawn as they are where there is room, the empty ones left out', () => {
    const drawn = drawnCells(cellsOf('succeeded', null, 'refused'), 30);
    expect(drawn.map(({ worst, fromMs }) => [worst, fromMs])).toEqual([
      ['succeeded', 0],
      ['refused', 20],
    ]);
  });

  it('merge where they are too narrow, and the worst outcome wins', () => {
    const drawn = drawnCells(cellsOf('succeeded', 'refused', 'succeeded', 'succeeded', null), 10);
    expect(drawn.map(({ worst, fromMs, toMs, checkCount }) => [worst, fromMs, toMs, checkCount])).toEqual([
      ['refused', 0, 20, 2],
      ['succeeded', 20, 40, 2],
    ]);
  });

  it('tell where it failed, and where nothing replied meanwhile', () => {
    const cells = cellsOf('succeeded', 'timed_out', null, 'no_answer', 'cancelled', 'refused', 'succeeded', 'refused');
    expect(failingStretches(drawnCells(cells, 800))).toEqual([
      { family: 'timed-out', fromMs: 10, toMs: 40, isSilent: true },
      { family: 'refused', fromMs: 50, toMs: 60, isSilent: false },
      { family: 'refused', fromMs: 70, toMs: 80, isSilent: false },
    ]);
  });
});
