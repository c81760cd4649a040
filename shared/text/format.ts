import { isTimeKnown } from '../check/known-time.ts';
import type { UnitWords } from './words.ts';

/** Between a number and its unit, and between groups of thousands: the two stay on one line. */
const NO_BREAK_SPACE = '\u00a0';

/** A length of time as people read it: 3.1 ms, 2.0 s, 1 min 5 s; a dash where it is not known. */
export function formatDuration(durationMs: number, units: UnitWords): string {
  if (!isTimeKnown(durationMs)) return '–';
  if (durationMs < 99.95) return join(decimal(durationMs, units), units.milliseconds);
  if (durationMs < 999.5) return join(durationMs.toFixed(0), units.milliseconds);
  if (durationMs < 59_950) return join(decimal(durationMs / 1_000, units), units.seconds);
  const seconds = Math.round(durationMs / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return withRest(join(minutes.toFixed(0), units.minutes), seconds % 60, units.seconds);
  return withRest(join(Math.floor(minutes / 60).toFixed(0), units.hours), minutes % 60, units.minutes);
}

/** The same within a sentence: "after 3.1 ms", "after an unknown time". */
export function sayDuration(durationMs: number, units: UnitWords): string {
  return isTimeKnown(durationMs) ? formatDuration(durationMs, units) : units.unknownTime;
}

/** A limit as a person set it: 5 s, 2.5 s, 250 ms. */
export function formatLimit(limitMs: number, units: UnitWords): string {
  if (limitMs < 1_000) return join(String(Math.round(limitMs)), units.milliseconds);
  return join(String(Math.round(limitMs / 100) / 10).replace('.', units.decimalMark), units.seconds);
}

/** A number of bytes: 512 B, 1.5 kB, 12 MB (powers of 1 000, as networks count). */
export function formatBytes(sizeBytes: number, units: UnitWords): string {
  let size = sizeBytes;
  let step = 0;
  while (size >= 999.5 && step < units.bytes.length - 1) {
    size /= 1_000;
    step += 1;
  }
  return join(step === 0 || size >= 9.95 ? size.toFixed(0) : decimal(size, units), units.bytes[step] ?? '');
}

/** A whole number with its thousands set apart: 1 020. */
export function formatCount(count: number, units: UnitWords): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, units.groupMark);
}

/** A time of day, to the millisecond, where this computer is: 14:32:07.214. */
export function formatClock(atMs: number, units: UnitWords): string {
  const at = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const thousandths = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${units.decimalMark}${thousandths}`;
}

/** A day, in UTC as certificates give it: 1 Nov 2026. */
export function formatDay(atMs: number, units: UnitWords): string {
  const at = new Date(atMs);
  if (Number.isNaN(at.getTime())) return '?';
  return [at.getUTCDate(), units.months[at.getUTCMonth()], at.getUTCFullYear()].join(NO_BREAK_SPACE);
}

function decimal(value: number, units: UnitWords): string {
  return value.toFixed(1).replace('.', units.decimalMark);
}

function join(number: string, unit: string): string {
  return `${number}${NO_BREAK_SPACE}${unit}`;
}

function withRest(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${join(rest.toFixed(0), unit)}`;
}
