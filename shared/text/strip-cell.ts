import type { OutcomeFamily } from './outcome-words.ts';

/** One rectangle of a cell, in the units of the cell: x and y from its top left corner. */
export interface CellShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly form: 'filled' | 'outlined';
}

interface CellSize {
  readonly width: number;
  readonly height: number;
}

/** Up to this long a reply is a low bar; ten times longer is no higher than this tells. Reaches a second in four even steps of ten. */
const FULL_HEIGHT_MS = 1_000;

/**
 * The form of one check in a strip: success is a low bar as high as its reply took, every failure has a full-height form of its own, so
 * that colour is never alone (look.md, section 5).
 */
export function cellShapes(family: OutcomeFamily, durationMs: number, { width, height }: CellSize): readonly CellShape[] {
  const filled = (from: number, to: number): CellShape => ({ x: 0, y: height * from, width, height: height * (to - from), form: 'filled' });
  const outlined = (from: number, to: number): CellShape => ({
    x: 0.5,
    y: height * from + 0.5,
    width: Math.max(width - 1, 0.5),
    height: height * (to - from) - 1,
    form: 'outlined',
  });
  switch (family) {
    case 'succeeded':
      return [filled(1 - successHeight(durationMs), 1)];
    case 'refused':
      return [filled(0, 1)];
    case 'timed-out':
      return [outlined(0, 1)];
    case 'no-route':
      return [filled(0, 0.36), filled(0.64, 1)];
    case 'unknown':
      return [filled(0, 0.22), filled(0.39, 0.61), filled(0.78, 1)];
    case 'closed':
      return [outlined(0, 0.54), filled(0.5, 1)];
    case 'tls':
      return [filled(0, 0.2), filled(0.34, 1)];
    case 'failed':
      return [filled(0, 0.66), filled(0.82, 1)];
    case 'none':
      return [filled(1 - 2 / height, 1)];
  }
}

/** A share of the cell, between 0.22 and 0.68, on a logarithmic scale: 1 ms and 2 ms differ as much as 100 ms and 200 ms. */
function successHeight(durationMs: number): number {
  const share = Math.log10(1 + Math.max(0, durationMs)) / Math.log10(1 + FULL_HEIGHT_MS);
  return 0.22 + 0.46 * Math.min(1, share);
}
