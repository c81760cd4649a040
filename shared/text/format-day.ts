import type { Words } from './words.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Younger than this is "now". */
const NOW_MS = 5 * SECOND_MS;

/** By so much a clock is corrected all the time: that is no moment of the future. */
const CORRECTION_MS = MINUTE_MS;

/** A time of day, to the second, where this computer is: 14:32:07. */
export function formatTimeOfDay(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** How many midnights lie between two moments, where this computer is: 0 is the same day. */
export function daysBetween(earlierMs: number, laterMs: number): number {
  const midnight = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(laterMs) - midnight(earlierMs)) / DAY_MS); // rounded: a day may have 23 or 25 hours
}

/** A day as a heading: Today, Yesterday, Thu 12 Nov, 12 Nov 2025. */
export function formatCalendarDay(atMs: number, nowMs: number, { window, units }: Words): string {
  const days = daysBetween(atMs, nowMs);
  if (days === 0) return window.hosts.today;
  if (days === 1) return window.hosts.yesterday;
  const at = new Date(atMs);
  const day = `${at.getDate()}\u00a0${units.months[at.getMonth()] ?? ''}`;
  const isThisYear = at.getFullYear() === new Date(nowMs).getFullYear();
  return isThisYear ? `${window.ago.days[at.getDay()] ?? ''} ${day}` : `${day}\u00a0${at.getFullYear()}`;
}

/** How long ago, in the short form of lists: now, 40 s, 6 min, 2 h, Thu, 12 Nov. "ahead" where this clock, or the one of then, is wrong. */
export function formatAgo(atMs: number, nowMs: number, { window, units }: Words): string {
  const agoMs = nowMs - atMs;
  if (agoMs < -CORRECTION_MS) return window.ago.ahead;
  if (agoMs < NOW_MS) return window.ago.now;
  if (agoMs < MINUTE_MS) return `${Math.floor(agoMs / SECOND_MS)}\u00a0${units.seconds}`;
  if (agoMs < HOUR_MS) return `${Math.floor(agoMs / MINUTE_MS)}\u00a0${units.minutes}`;
  if (daysBetween(atMs, nowMs) === 0) return `${Math.floor(agoMs / HOUR_MS)}\u00a0${units.hours}`;
  const at = new Date(atMs);
  if (daysBetween(atMs, nowMs) < 7) return window.ago.days[at.getDay()] ?? '';
  return `${at.getDate()}\u00a0${units.months[at.getMonth()] ?? ''}`;
}
