import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

import type { TimeSpan } from '../../../shared/history/time-span.ts';
import { LONGEST_WATCHED_GAP_MS } from '../../../shared/history/uptime.ts';

/** What to draw: reply times at moments, null where nothing replied, and the room for it. */
export interface ReplyShape {
  readonly width: number;
  readonly height: number;
  readonly span: TimeSpan;
  /** The upper end of the scale, in milliseconds. */
  readonly endMs: number;
  /** Which part of the height, from the top, the scale from its end to 0 takes; under it is the strip. */
  readonly scaleShare: number;
  /** How long a cell is, in milliseconds. */
  readonly cellMs: number;
  readonly atMs: readonly number[];
  readonly replyMs: readonly (number | null)[];
}

/** What the mouse does on the chart. */
export interface ReplyListener {
  /** It stands nearest to the point of this index; null when it left. */
  readonly onPoint: (index: number | null) => void;
  readonly onBrush: (span: TimeSpan) => void;
}

/** A chart that is drawn; `remove` takes it away. */
export interface ReplyChart {
  readonly redraw: (shape: ReplyShape) => void;
  readonly remove: () => void;
}

/** Draws the line into an element, in the colour of its text. */
export function drawReplies(element: HTMLElement, first: ReplyShape, listener: ReplyListener): ReplyChart {
  let shape = first;
  const look = { shape: () => shape, ink: () => getComputedStyle(element).color };
  const chart = new uPlot({ width: shape.width, height: shape.height, ...lookOf(look), ...hearing(listener) }, tableOf(shape), element);
  const theme = matchMedia('(prefers-color-scheme: dark)');
  const recolour = (): void => chart.redraw();
  theme.addEventListener('change', recolour);
  return {
    redraw: (next) => {
      if (next.width !== shape.width || next.height !== shape.height) chart.setSize(next);
      shape = next;
      chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      chart.setData(tableOf(next));
    },
    remove: () => {
      theme.removeEventListener('change', recolour);
      chart.destroy();
    },
  };
}

/** Only the line: the axes, the strip and the labels around it are the window's own. */
function lookOf({ shape, ink }: { shape: () => ReplyShape; ink: () => string }): Pick<uPlot.Options, 'series'> & Partial<uPlot.Options> {
  return {
    padding: [0, 0, 0, 0],
    legend: { show: false },
    axes: [{ show: false }, { show: false }],
    scales: {
      x: { time: false, range: () => [shape().span.fromMs, shape().span.toMs] },
      y: { range: () => [shape().endMs * (1 - 1 / shape().scaleShare), shape().endMs] },
    },
    series: [
      {},
      {
        ...{ stroke: ink, width: 1.25, points: { size: 4, width: 0, fill: ink } },
        gaps: (...[plot, , , , gaps]) => [...gaps, ...unwatched(plot, shape())].sort(byStart),
      },
    ],
  };
}

function hearing({ onPoint, onBrush }: ReplyListener): Pick<uPlot.Options, 'cursor' | 'hooks'> {
  return {
    cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: false, setScale: false, dist: 4 } },
    hooks: {
      setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)],
      setSelect: [
        ({ select, posToVal }) => {
          if (select.width > 0) onBrush({ fromMs: posToVal(select.left, 'x'), toMs: posToVal(select.left + select.width, 'x') });
        },
      ],
    },
  };
}

/** Nobody looked for so long that the line would say what nobody saw; in pixels of the canvas. */
function unwatched(plot: uPlot, { atMs, cellMs }: ReplyShape): [number, number][] {
  const longestMs = Math.max(LONGEST_WATCHED_GAP_MS, 2 * cellMs);
  return atMs.flatMap((at, place): [number, number][] => {
    const next = atMs[place + 1];
    return next === undefined || next - at <= longestMs ? [] : [[plot.valToPos(at, 'x', true), plot.valToPos(next, 'x', true)]];
  });
}

function byStart(one: readonly number[], other: readonly number[]): number {
  return (one[0] ?? 0) - (other[0] ?? 0);
}

function tableOf({ atMs, replyMs }: ReplyShape): uPlot.AlignedData {
  return [[...atMs], [...replyMs]];
}
