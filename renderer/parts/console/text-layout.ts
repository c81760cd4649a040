import { FEWEST_COLUMNS } from '../../../shared/console/line-layout.ts';
import { remPx } from './console-places.ts';

/** Time, arrow, size and the gutters at both ends, in rem: what a row has beside its text. */
const BESIDE_REM = 1.25 + 5.75 + 1.25 + 4.25 + 1.25;
const NOTE_BESIDE_REM = 1.25 + 5.75 + 1.25 + 1.25;

/** Room for what a measured text has and the drawn one does not share: weight, kerning. */
const CARE = 0.95;

/** How much of what is said fits a row of a pane. */
export interface TextRoom {
  readonly columns: number;
  readonly notePx: number;
}

/** What fits a pane of this width. */
export function roomFor(widthPx: number, measure: MeasureText): TextRoom {
  const rem = remPx();
  const columns = Math.floor((widthPx - BESIDE_REM * rem) / measure.mono('0'));
  return { columns: Math.max(FEWEST_COLUMNS, columns), notePx: Math.max(10 * rem, (widthPx - NOTE_BESIDE_REM * rem) * CARE) };
}

/** How wide texts are drawn, in pixels. */
export interface MeasureText {
  readonly mono: (text: string) => number;
  readonly note: (text: string) => number;
}

/** Measures with the fonts of the page as they are now. */
export function measureText(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const px = 0.75 * remPx();
  const measure = (font: string) => (text: string) => {
    if (context === null) return text.length * px;
    context.font = font;
    return context.measureText(text).width;
  };
  return { mono: measure(`450 ${px}px "JetBrains Mono Variable"`), note: measure(`480 ${px}px "Inter Variable"`) };
}
