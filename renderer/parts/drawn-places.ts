/** The part of a list that is seen, in pixels from its first row, and how high a row is. */
export interface ListView {
  readonly topPx: number;
  readonly bottomPx: number;
  readonly rowPx: number;
}

/** The places of a list that are seen, and half as many again before and after: scrolling never shows an empty place. From 0, the last not included. */
export function placesNear({ topPx, bottomPx, rowPx }: ListView, count: number): { readonly from: number; readonly to: number } {
  const margin = (bottomPx - topPx) / 2;
  const from = Math.min(count, Math.max(0, Math.floor((topPx - margin) / rowPx)));
  return { from, to: Math.min(count, Math.max(from, Math.ceil((bottomPx + margin) / rowPx))) };
}

/** The places that are drawn: those near, and those kept wherever they are because they hold the focus. */
export function drawnPlaces({ from, to }: { readonly from: number; readonly to: number }, kept: readonly number[]): readonly number[] {
  const near = Array.from({ length: to - from }, (_, index) => from + index);
  const far = new Set(kept.filter((place) => place < from || place >= to));
  return [...near, ...far].toSorted((a, b) => a - b);
}
