/** How many values are in each of a row of classes, numbered by whole numbers. */
export interface ClassCounts {
  readonly add: (place: number, values: number) => void;
  readonly count: () => number;
  /** The class that holds the value of this rank, from 1 on; the last one when there are fewer values. */
  readonly placeOfRank: (rank: number) => number;
  /** Pairs of a class and its values, in order; empty classes are left out. */
  readonly pairs: () => readonly number[];
}

/** A duration of a year and one of a picosecond lie nearer than this: a class further out was not written by us. */
const FURTHEST_PLACE = 4_000;

/** Starts empty. Every class between the first and the last has its place in one array: those of one host lie within a hundred. */
export function startClassCounts(): ClassCounts {
  let counts: number[] = [];
  let firstPlace = 0;
  let count = 0;
  const reachBack = (place: number): void => {
    if (counts.length > 0) counts = [...Array.from({ length: firstPlace - place }, () => 0), ...counts];
    firstPlace = place;
  };
  return {
    add: (place, values) => {
      if (!Number.isInteger(place) || Math.abs(place) > FURTHEST_PLACE) return;
      if (counts.length === 0 || place < firstPlace) reachBack(place);
      while (counts.length <= place - firstPlace) counts.push(0);
      counts[place - firstPlace] = (counts[place - firstPlace] ?? 0) + values;
      count += values;
    },
    count: () => count,
    placeOfRank: (rank) => {
      let passed = 0;
      const index = counts.findIndex((values) => (passed += values) >= rank);
      return firstPlace + (index === -1 ? counts.length - 1 : index);
    },
    pairs: () => counts.flatMap((values, index) => (values === 0 ? [] : [firstPlace + index, values])),
  };
}
