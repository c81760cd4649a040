import { startClassCounts } from './class-counts.ts';

/** Values counted in few classes, so that quantiles of a million of them need one pass and some kilobytes. */
export interface QuantileSketch {
  /** Takes a finite value of at least 0. */
  readonly add: (value: number) => void;
  readonly count: () => number;
  /**
   * The value below or at which this share of all values lies (nearest rank), at most QUANTILE_ERROR off; the smallest for 0, the
   * largest for 1, both exact. Null without values.
   */
  readonly quantile: (share: number) => number | null;
  /** Takes all that another sketch took. */
  readonly addAll: (saved: SavedQuantiles) => void;
  readonly save: () => SavedQuantiles;
}

/** A sketch to keep: the smallest and the largest value, then pairs of a class and how many values are in it. Empty without values. */
export type SavedQuantiles = readonly number[];

/** The largest relative error of a quantile: 1 % of a reply time is less than two checks in a row differ. */
export const QUANTILE_ERROR = 0.01;

/** Each class reaches this much further than the one before: the middle of a class is then at most QUANTILE_ERROR from its ends. */
const GROWTH = (1 + QUANTILE_ERROR) / (1 - QUANTILE_ERROR);

/** Starts without values. The classes are those of DDSketch (Masson, Rim and Lee, VLDB 2019). */
export function startQuantiles(): QuantileSketch {
  const classes = startClassCounts();
  let smallest = Infinity;
  let largest = -Infinity;
  const reach = (low: number, high: number): void => {
    smallest = Math.min(smallest, low);
    largest = Math.max(largest, high);
  };
  return {
    add: (value) => {
      classes.add(classOf(value), 1);
      reach(value, value);
    },
    count: classes.count,
    quantile: (share) => {
      if (classes.count() === 0) return null;
      if (share <= 0) return smallest;
      if (share >= 1) return largest;
      const place = classes.placeOfRank(Math.ceil(share * classes.count()));
      return Math.min(largest, Math.max(smallest, middleOf(place)));
    },
    addAll: (saved) => {
      const [low, high] = saved;
      if (low === undefined || high === undefined) return;
      reach(low, high);
      for (let at = 2; at + 1 < saved.length; at += 2) classes.add(saved[at] ?? 0, saved[at + 1] ?? 0);
    },
    save: () => (classes.count() === 0 ? [] : [smallest, largest, ...classes.pairs()]),
  };
}

/** Durations have three decimals: what is smaller is zero, and zero has no logarithm. */
const SMALLEST_CLASSED = 0.000_1;

const ZERO_CLASS = placeOf(SMALLEST_CLASSED) - 1;

function classOf(value: number): number {
  return value < SMALLEST_CLASSED ? ZERO_CLASS : placeOf(value);
}

function placeOf(value: number): number {
  return Math.ceil(Math.log(value) / Math.log(GROWTH));
}

function middleOf(place: number): number {
  return place === ZERO_CLASS ? 0 : (2 * GROWTH ** place) / (GROWTH + 1);
}
