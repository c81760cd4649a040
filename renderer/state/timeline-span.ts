import type { CheckRow } from '../../shared/history/check-row.ts';
import type { TimeSpan } from '../../shared/history/time-span.ts';
import type { TimelineRange } from '../../shared/text/history-words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long each range is, in milliseconds; null is as long as the past. The shortest first. */
export const rangeLengthsMs: Readonly<Record<TimelineRange, number | null>> = {
  ten_minutes: 10 * MINUTE_MS,
  hour: HOUR_MS,
  six_hours: 6 * HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  all: null,
};

/** The ranges, the shortest first. */
export const timelineRanges: readonly TimelineRange[] = ['ten_minutes', 'hour', 'six_hours', 'day', 'week', 'month', 'all'];

/** The newest checks that a page should open with, so that there is something to see. */
const CHECKS_AT_LEAST = 30;

/** Nothing shorter can be zoomed into: a check starts within it. */
const SHORTEST_SPAN_MS = MINUTE_MS;

/** A page opens with no less than an hour: minutes are for who watches. */
const openingRanges = timelineRanges.filter((range) => range !== 'ten_minutes');

/** The shortest range that holds the newest checks and the last change among them. `rows` are newest first. */
export function rangeFor(rows: readonly CheckRow[], nowMs: number): TimelineRange {
  const changed = rows.findIndex(({ isChange }, place) => isChange && place < rows.length - 1);
  const place = Math.min(rows.length - 1, Math.max(CHECKS_AT_LEAST - 1, changed + 1));
  const reachMs = nowMs - (rows[place]?.startedAtMs ?? nowMs);
  return openingRanges.find((range) => (rangeLengthsMs[range] ?? Infinity) >= reachMs) ?? 'all';
}

/** As many cells as a usual window has room for. */
const CELL_COUNT = 180;

/** How many cells to draw a span in: one a check where checks come nearly that often, so that their beat does not beat against that of the cells. */
export function cellCountFor(spanMs: number | null, rows: readonly CheckRow[]): number {
  const gapsMs = rows.slice(1).map(({ startedAtMs }, place) => (rows[place]?.startedAtMs ?? startedAtMs) - startedAtMs);
  const usualMs = gapsMs.toSorted((one, other) => one - other)[Math.floor(gapsMs.length / 2)] ?? 0;
  if (spanMs === null || usualMs <= spanMs / CELL_COUNT || usualMs > (3 * spanMs) / CELL_COUNT) return CELL_COUNT;
  return Math.max(1, Math.floor(spanMs / usualMs));
}

/** The span around a moment that is `factor` times as long; it stays as near to the old one as it can. */
export function zoomAround({ fromMs, toMs }: TimeSpan, atMs: number, factor: number): TimeSpan {
  const lengthMs = Math.max(SHORTEST_SPAN_MS, (toMs - fromMs) * factor);
  const share = (atMs - fromMs) / (toMs - fromMs);
  const startMs = atMs - lengthMs * share;
  return { fromMs: Math.round(startMs), toMs: Math.round(startMs + lengthMs) };
}
