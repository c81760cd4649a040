import { describe, expect, it } from 'vitest';

import { drawnRows, inHeldOrder, seenRows } from '../../../../renderer/parts/checks/drawn-rows.ts';
import type { CheckRow } from '../../../../shared/history/check-row.ts';

const noon = new Date(2026, 10, 20, 12).getTime();

function row(id: number, startedAtMs = noon): CheckRow {
  return {
    ...{ id, hostId: 1, host: 'a.example', port: 80, transport: 'tcp', outcome: 'succeeded', startedAtMs, durationMs: 1 },
    ...{ vantage: 'here', address: null, replyMs: null, systemCode: null, cameBack: null, isChange: false },
  };
}

const rows = Array.from({ length: 200 }, (_, place) => row(place + 1));

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function drawnPlaces(from: number, to: number, focused = -1): readonly number[] {
  return drawnRows(rows, { from, to }, focused).map(({ place }) => place);
}

describe('the rows of the table', () => {
  it('are seen from where the table is scrolled to', () => {
    expect(seenRows({ topPx: 1_000, bottomPx: 1_045, rowPx: 10 }, 200)).toEqual({ from: 100, to: 105 });
    expect(seenRows({ topPx: -300, bottomPx: 30, rowPx: 10 }, 200)).toEqual({ from: 0, to: 3 });
    expect(seenRows({ topPx: 9_000, bottomPx: 9_500, rowPx: 10 }, 200)).toEqual({ from: 200, to: 200 });
  });

  it('are drawn where they are seen, and at least as many again above and below, in blocks of 8', () => {
    expect(drawnPlaces(100, 102)).toEqual(range(92, 116));
    expect(drawnPlaces(0, 1)).toEqual(range(0, 24));
    expect(drawnPlaces(199, 200)).toEqual(range(191, 200));
  });

  it('are also drawn where the focus is', () => {
    expect(drawnPlaces(0, 1, 50)).toEqual([...range(0, 24), 50]);
    expect(drawnPlaces(100, 101, 3)).toEqual([3, ...range(92, 116)]);
    expect(drawnPlaces(0, 2, 1)).toEqual(range(0, 24));
  });

  it('take the elements of those that went out of sight', () => {
    const keys = (from: number, to: number): readonly string[] => drawnRows(rows, { from, to }, 10).map(({ key }) => key);
    const [before, after] = [keys(100, 110), keys(103, 114)];
    expect(new Set(before).size).toBe(before.length);
    expect(after.toSorted()).toEqual(before.toSorted());
  });

  it('follow each other as before while the list moves, and what is new comes last', () => {
    const before = drawnRows(rows, { from: 100, to: 102 }, -1).map(({ key }) => key);
    const after = drawnRows(rows, { from: 103, to: 105 }, -1);
    expect(after.map(({ key }) => key)).not.toEqual(before);
    expect(inHeldOrder(after, before).map(({ key }) => key)).toEqual(before);
    expect(inHeldOrder(after, before).map(({ place }) => place)).toEqual([...range(116, 119), ...range(95, 116)]);
    const [first, second] = before;
    expect(
      inHeldOrder(after, before.slice(2))
        .slice(-2)
        .map(({ key }) => key),
    ).toEqual([first, second]);
  });

  it('keep the elements of what holds the focus', () => {
    const keyOfFocused = (from: number): string | undefined =>
      drawnRows(rows, { from, to: from + 10 }, 12).find(({ place }) => place === 12)?.key;
    expect(keyOfFocused(10)).toBe('focused 12');
    expect(keyOfFocused(150)).toBe('focused 12');
  });

  it('say their day at the top, at a new day, and after a row that was not read', () => {
    const some = [row(1), row(2), row(3, noon - 86_400_000), undefined, row(5, noon - 86_400_000)];
    expect(drawnRows(some, { from: 0, to: 5 }, -1).map(({ beginsDay }) => beginsDay)).toEqual([true, false, true, true, true]);
  });
});
