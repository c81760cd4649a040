import type { CheckRow } from '../../../shared/history/check-row.ts';
import { formatCalendarDay } from '../../../shared/text/format-day.ts';
import type { Words } from '../../../shared/text/words.ts';

/** The checks of one day, newest first. */
export interface CheckDay {
  readonly day: string;
  readonly rows: readonly CheckRow[];
}

/** Puts checks, newest first, under their days. */
export function rowsByDay(checks: readonly CheckRow[], nowMs: number, words: Words): readonly CheckDay[] {
  const days: { day: string; rows: CheckRow[] }[] = [];
  for (const check of checks) {
    const day = formatCalendarDay(check.startedAtMs, nowMs, words);
    const newest = days.at(-1);
    if (newest?.day === day) newest.rows.push(check);
    else days.push({ day, rows: [check] });
  }
  return days;
}
