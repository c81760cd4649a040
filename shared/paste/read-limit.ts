import { CHECK_LIMIT_MS } from '../check/options.ts';

/**
 * A waiting time as programs take it ("5", "2.5", "500ms", "3s", "1m"), in milliseconds; null when it is none.
 *
 * Seconds when no unit is given. 0 stays 0: to every program read here it means "no limit of my own". More than a check may take is
 * cut to `CHECK_LIMIT_MS`.
 */
export function readLimitMs(text: string): number | null {
  const [, number, unit = 's'] = /^(\d+\.?\d*|\.\d+)(ms|s|m|h|d)?$/u.exec(text) ?? [];
  const unitMs = unitsMs.get(unit);
  if (number === undefined || unitMs === undefined) return null;
  return Math.min(Math.ceil(Number(number) * unitMs), CHECK_LIMIT_MS);
}

const unitsMs = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);
