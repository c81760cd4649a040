import { describe, expect, it } from 'vitest';

import { daysSpan, readSpanName, spanUpTo } from '../../../../renderer/parts/checks/chosen-span.ts';

describe('a part of time that checks are listed of', () => {
  it('is so long up to now, and takes in what comes yet', () => {
    expect(spanUpTo(10_000_000, 'hour')).toEqual({ fromMs: 6_400_000, toMs: Number.MAX_SAFE_INTEGER });
    expect(spanUpTo(10_000_000, 'any')).toBeNull();
  });

  it('is from the first midnight to the end of the last day', () => {
    const span = daysSpan('2026-11-19', '2026-11-20');
    expect(span).toEqual({ fromMs: new Date(2026, 10, 19).getTime(), toMs: new Date(2026, 10, 21).getTime() });
  });

  it('is open where no day is named, and any where none is', () => {
    expect(daysSpan('2026-11-19', '')?.toMs).toBe(Number.MAX_SAFE_INTEGER);
    expect(daysSpan('', '2026-11-20')?.fromMs).toBe(0);
    expect(daysSpan('', '')).toBeNull();
    expect(daysSpan('yesterday', '')).toBeNull();
  });

  it('is any for a name that is none', () => {
    expect(readSpanName('week')).toBe('week');
    expect(readSpanName('eternity')).toBe('any');
  });
});
