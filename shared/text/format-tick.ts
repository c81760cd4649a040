import { formatCount } from './format.ts';
import type { UnitWords } from './words.ts';

/** One number on an axis of time. */
export interface Tick {
  readonly atMs: number;
  /** The distance between two of them: it decides the unit and the decimals of all. */
  readonly stepMs: number;
  /** The last one also says the unit. */
  readonly isLast: boolean;
}

/** A number on an axis of time: 0, 5, 10 ms; 0, 1, 2 s; 0, 0.2, 0.4 ms. */
export function formatTick({ atMs, stepMs, isLast }: Tick, units: UnitWords): string {
  const inSeconds = stepMs >= 1_000;
  const step = inSeconds ? stepMs / 1_000 : stepMs;
  const value = inSeconds ? atMs / 1_000 : atMs;
  const number = step < 1 && value > 0 ? value.toFixed(1).replace('.', units.decimalMark) : formatCount(Math.round(value), units);
  return isLast ? `${number}\u00a0${inSeconds ? units.seconds : units.milliseconds}` : number;
}
