import type { TimeSpan } from '../../../shared/history/time-span.ts';

/** The parts of time a list can be narrowed to. */
export const spanNames = ['any', 'hour', 'day', 'week', 'month', 'timeline', 'between'] as const;

/** The name of a part of time. */
export type SpanName = (typeof spanNames)[number];

const HOUR_MS = 3_600_000;
const lengthsMs = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS };

/** So much up to now, and all that comes yet; any is null. */
export function spanUpTo(nowMs: number, name: 'any' | keyof typeof lengthsMs): TimeSpan | null {
  return name === 'any' ? null : { fromMs: nowMs - lengthsMs[name], toMs: Number.MAX_SAFE_INTEGER };
}

/** From one day to another, both included, where this computer is. A day is written 2026-11-20; an empty one bounds nothing. */
export function daysSpan(fromDay: string, toDay: string): TimeSpan | null {
  const fromMs = midnight(fromDay, 0);
  const toMs = midnight(toDay, 1);
  if (fromMs === null && toMs === null) return null;
  return { fromMs: fromMs ?? 0, toMs: toMs ?? Number.MAX_SAFE_INTEGER };
}

function midnight(day: string, daysLater: number): number | null {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (read === null) return null;
  return new Date(Number(read[1]), Number(read[2]) - 1, Number(read[3]) + daysLater).getTime();
}

/** The name, or any for what is none. */
export function readSpanName(text: string): SpanName {
  return spanNames.find((name) => name === text) ?? 'any';
}
