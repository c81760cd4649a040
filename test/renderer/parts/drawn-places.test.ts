import { expect, test } from 'vitest';

import { drawnPlaces, placesNear } from '../../../renderer/parts/drawn-places.ts';

test('places that are seen are drawn, and half as many before and after', () => {
  expect(placesNear({ topPx: 1_000, bottomPx: 1_100, rowPx: 10 }, 2_000)).toEqual({ from: 95, to: 115 });
});

test('nothing beyond the list is drawn, and nothing of a list that is far away', () => {
  expect(placesNear({ topPx: -50, bottomPx: 50, rowPx: 10 }, 7)).toEqual({ from: 0, to: 7 });
  expect(placesNear({ topPx: -900, bottomPx: -800, rowPx: 10 }, 7)).toEqual({ from: 0, to: 0 });
  expect(placesNear({ topPx: 5_000, bottomPx: 5_100, rowPx: 10 }, 7)).toEqual({ from: 7, to: 7 });
});

test('a place that holds the focus is drawn wherever it is, and once', () => {
  expect(drawnPlaces({ from: 3, to: 6 }, [9])).toEqual([3, 4, 5, 9]);
  expect(drawnPlaces({ from: 3, to: 6 }, [4])).toEqual([3, 4, 5]);
});
