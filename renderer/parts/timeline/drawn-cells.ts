import type { TimelineCell } from '../../../shared/history/endpoint-timeline.ts';
import { worseOutcome } from '../../../shared/history/worst-outcome.ts';
import { familyOf, type OutcomeFamily } from '../../../shared/text/outcome-words.ts';

/** Narrower than this, in pixels and with its gap, a hollow cell looks filled. */
const NARROWEST_CELL = 4;

/** The cells that hold checks, wide enough to be drawn: narrower ones are merged, and the worst outcome wins. */
export function drawnCells(cells: readonly TimelineCell[], width: number): readonly SeenCell[] {
  const pitch = width / Math.max(1, cells.length);
  const count = Math.max(1, Math.ceil(NARROWEST_CELL / Math.max(pitch, 0.01)));
  const merged: TimelineCell[] = [];
  for (let place = 0; place < cells.length; place += count) merged.push(...mergeCells(cells.slice(place, place + count)));
  return merged.filter(isSeen);
}

/** A cell with at least one check in it. */
export interface SeenCell extends TimelineCell {
  readonly worst: NonNullable<TimelineCell['worst']>;
}

function isSeen(cell: TimelineCell): cell is SeenCell {
  return cell.worst !== null;
}

function mergeCells([first, ...others]: readonly TimelineCell[]): readonly TimelineCell[] {
  return first === undefined ? [] : [others.reduce(mergeTwo, first)];
}

function mergeTwo(one: TimelineCell, other: TimelineCell): TimelineCell {
  return {
    fromMs: one.fromMs,
    toMs: other.toMs,
    checkCount: one.checkCount + other.checkCount,
    worst: one.worst === null || other.worst === null ? (one.worst ?? other.worst) : worseOutcome(one.worst, other.worst),
    reply: mergeReplies(one, other),
    phases: [],
  };
}

/** The median of two cells lies between theirs: nearer to that of more checks. */
function mergeReplies(one: TimelineCell, other: TimelineCell): TimelineCell['reply'] {
  if (one.reply === null || other.reply === null) return one.reply ?? other.reply;
  const share = other.checkCount / (one.checkCount + other.checkCount);
  return {
    minMs: Math.min(one.reply.minMs, other.reply.minMs),
    medianMs: one.reply.medianMs * (1 - share) + other.reply.medianMs * share,
    maxMs: Math.max(one.reply.maxMs, other.reply.maxMs),
  };
}

/** Failing cells in a row with one family of outcomes. Unix milliseconds. */
export interface FailingStretch {
  readonly family: OutcomeFamily;
  readonly fromMs: number;
  readonly toMs: number;
  /** Nothing replied in it. */
  readonly isSilent: boolean;
}

/** Where it failed: from the first to the last cell of each row of failing ones. Cancelled checks prove nothing and end no row. */
export function failingStretches(cells: readonly SeenCell[]): readonly FailingStretch[] {
  const told = cells.filter(({ worst }) => familyOf(worst) !== 'none');
  const rows: SeenCell[][] = [];
  for (const [place, cell] of told.entries()) {
    const before = told[place - 1];
    if (before !== undefined && familyOf(before.worst) === familyOf(cell.worst)) rows.at(-1)?.push(cell);
    else rows.push([cell]);
  }
  return rows.map(stretchOf).filter(({ family }) => family !== 'succeeded');
}

function stretchOf(row: readonly SeenCell[]): FailingStretch {
  return {
    family: familyOf(row[0]?.worst ?? 'cancelled'),
    fromMs: row[0]?.fromMs ?? 0,
    toMs: row.at(-1)?.toMs ?? 0,
    isSilent: row.every(({ reply }) => reply === null),
  };
}
