import { describe, expect, it } from 'vitest';

import type { CheckDay } from '../../../../renderer/parts/checks/check-rows.ts';
import { visibleDays } from '../../../../renderer/parts/checks/visible-rows.ts';
import type { CheckRow } from '../../../../shared/history/check-row.ts';

function dayOf(day: string, firstId: number, count: number): CheckDay {
  const row = (id: number): CheckRow => ({
    ...{ id, hostId: 1, host: 'a.example', port: 80, transport: 'tcp', outcome: 'succeeded', startedAtMs: id, durationMs: 1 },
    ...{ vantage: 'here', address: null, replyMs: null, systemCode: null, cameBack: null, isChange: false },
  });
  return { day, rows: Array.from({ length: count }, (_, place) => row(firstId + place)) };
}

const days = [dayOf('Today', 1, 100), dayOf('Yesterday', 101, 100)];

function drawnIds(fromPx: number, toPx: number, keptIds: readonly (number | null)[] = []): readonly (readonly number[])[] {
  return visibleDays(days, { fromPx, toPx, rowPx: 10, dayPx: 20 }, keptIds).map(({ drawn }) => drawn.map(({ check }) => check.id));
}

describe('the rows of the table that are drawn', () => {
  it('are those in view, over the border of a day', () => {
    expect(drawnIds(980, 1_040)).toEqual([
      [99, 100],
      [101, 102],
    ]);
  });

  it('are none of what lies elsewhere, and the first ones at the top', () => {
    expect(drawnIds(-500, 30)).toEqual([[1, 2, 3], []]);
    expect(drawnIds(9_000, 9_500)).toEqual([[], []]);
  });

  it('are also those that hold the focus, at their place', () => {
    expect(drawnIds(0, 20, [50, 150, null])).toEqual([[1, 2, 50], [150]]);
    expect(drawnIds(0, 20, [2])).toEqual([[1, 2], []]);
  });
});
