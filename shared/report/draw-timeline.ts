import type { TimelineBucket } from '../history/timeline.ts';
import { familyOf } from '../text/outcome-words.ts';
import { cellShapes } from '../text/strip-cell.ts';
import type { TimelinePicture } from './block.ts';
import { escapeHtml } from './html-text.ts';

/** In the units of the picture; it is scaled to the width of the page. */
const WIDTH = 720;
const LINE = { top: 16, height: 56 };
const STRIP = { top: 84, height: 18 };
const AXIS_BASE = 118;
const HEIGHT = 124;

/** The timeline as SVG inside HTML: the reply times as a line with its spread, and below it the strip of outcomes. Without a script, styled by the page. */
export function drawTimeline(picture: TimelinePicture): string {
  const { buckets, description, from, to, reply, highest } = picture;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(description)}">`,
    label({ x: 0, y: 10, anchor: 'start' }, reply),
    label({ x: WIDTH, y: 10, anchor: 'end' }, highest),
    drawSpread(buckets),
    drawLine(buckets),
    drawStrip(picture),
    label({ x: 0, y: AXIS_BASE, anchor: 'start' }, from),
    label({ x: WIDTH, y: AXIS_BASE, anchor: 'end' }, to),
    '</svg>',
  ].join('\n');
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

function label({ x, y, anchor }: LabelPlace, text: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}

function placeX(place: number, count: number): number {
  return round((WIDTH * (place + 0.5)) / count);
}

/** From 0 below to the highest reply on top: a scale that begins elsewhere would make a small change look large. */
function placeY(replyMs: number, buckets: readonly TimelineBucket[]): number {
  const highestMs = Math.max(...buckets.map((bucket) => bucket.reply?.maxMs ?? 0), Number.MIN_VALUE);
  return round(LINE.top + LINE.height * (1 - replyMs / highestMs));
}

/** Stretches of cells in which something replied: where nothing did, the line is broken. */
function replyRuns(buckets: readonly TimelineBucket[]): readonly (readonly ReplyPoint[])[] {
  const runs: ReplyPoint[][] = [];
  let run: ReplyPoint[] = [];
  for (const [place, { reply, checkCount }] of buckets.entries()) {
    if (reply !== null) {
      if (run.length === 0) runs.push(run);
      run.push({ place, ...reply });
    } else if (checkCount > 0) run = [];
  }
  return runs;
}

interface ReplyPoint {
  readonly place: number;
  readonly minMs: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

function drawSpread(buckets: readonly TimelineBucket[]): string {
  const at = ({ place }: ReplyPoint, replyMs: number): string => `${placeX(place, buckets.length)},${placeY(replyMs, buckets)}`;
  return replyRuns(buckets)
    .filter((run) => run.length > 1)
    .map((run) => {
      const outline = [...run.map((point) => at(point, point.maxMs)), ...run.toReversed().map((point) => at(point, point.minMs))];
      return `<polygon class="spread" points="${outline.join(' ')}"/>`;
    })
    .join('');
}

function drawLine(buckets: readonly TimelineBucket[]): string {
  return replyRuns(buckets)
    .map((run) => {
      const points = run.map((point) => `${placeX(point.place, buckets.length)},${placeY(point.medianMs, buckets)}`);
      const [only = ''] = points;
      const [x = '0', y = '0'] = only.split(',');
      return points.length === 1
        ? `<circle class="dot" cx="${x}" cy="${y}" r="1.5"/>`
        : `<polyline class="line" points="${points.join(' ')}"/>`;
    })
    .join('');
}

function drawStrip({ buckets, outcomeWord }: TimelinePicture): string {
  const pitch = WIDTH / buckets.length;
  const size = { width: Math.max(1, pitch - Math.min(1, pitch / 4)), height: STRIP.height };
  return buckets
    .map(({ worst, reply, checkCount }, place) => {
      if (worst === null) return '';
      const family = familyOf(worst);
      const shapes = cellShapes(family, reply?.medianMs ?? 0, size).map(
        (shape) =>
          `<rect class="${shape.form}" x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}"/>`,
      );
      const title = `<title>${escapeHtml(outcomeWord(worst))} (${checkCount})</title>`;
      return `<g class="cell ${family}" transform="translate(${round(place * pitch)} ${STRIP.top})">${title}${shapes.join('')}</g>`;
    })
    .join('');
}

/** Hundredths of a unit are finer than any screen. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
