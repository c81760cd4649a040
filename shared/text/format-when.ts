import { daysBetween } from './format-day.ts';
import type { Words } from './words.ts';

/** A time of day to the minute, where this computer is: 14:32. */
export function formatMinute(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** A day of the year, where this computer is: 19 Nov. */
export function formatDate(atMs: number, { units }: Words): string {
  const at = new Date(atMs);
  return `${at.getDate()}\u00a0${units.months[at.getMonth()] ?? ''}`;
}

/** A moment inside a sentence: "at 12:31" today, "on 19 Nov at 12:31" before. */
export function formatWhen(atMs: number, nowMs: number, words: Words): string {
  const { at, onDay } = words.history.timeline;
  return daysBetween(atMs, nowMs) === 0 ? at(formatMinute(atMs)) : onDay(formatDate(atMs, words), formatMinute(atMs));
}

/** A moment as a label: 12:31 on the day of `nowMs`, else 19 Nov 12:31. */
export function formatWhenShort(atMs: number, nowMs: number, words: Words): string {
  return daysBetween(atMs, nowMs) === 0 ? formatMinute(atMs) : `${formatDate(atMs, words)} ${formatMinute(atMs)}`;
}
