import type { Standing } from './standing.ts';

/** One thing a soak promises, and whether it was so. */
export interface Verdict {
  readonly name: string;
  /** What was measured, with its unit. */
  readonly measured: string;
  readonly bound: string;
  readonly isKept: boolean;
}

/** What a run came to, beside how the app stood meanwhile. */
export interface Tally {
  /** Checks whose saving was acknowledged, and those of them that the history has at the end. */
  readonly acknowledged: number;
  readonly present: number;
  /** Answers that were a fault of the app: each is a bug. */
  readonly faults: number;
  /** What `PRAGMA quick_check` says. */
  readonly quickCheck: string;
  /** Whether the window answered until the end. */
  readonly isAnswering: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Start-up, the first pages of every cache, a heap that finds its size: what comes before says nothing about what comes after. */
const LONGEST_WARM_UP_MS = 30 * MINUTE_MS;
const SHORTEST_RUN_MS = 4 * MINUTE_MS;

/** From here on a slope tells a leak of 2 MB an hour from the breath of a garbage collector; before, only a big one shows. */
const LONG_MS = 2 * HOUR_MS;
const LONG_SLOPE_MB = 2;

/** How far the trend of a short run may rise until its end, in megabytes. What is still needed is exact; what is held breathes. */
const SHORT_RISE_MB = { main: 32, page: 32, mainHeap: 4, pageHeap: 4 } as const;

const HANDLES_MORE = 8;
const WAL_MEGABYTES = 16;

/** Judges a run: each promise with what was measured, memory and handles in its second half or after half an hour. */
export function judge(standings: readonly Standing[], tally: Tally): readonly Verdict[] {
  const lengthMs = standings.at(-1)?.atMs ?? 0;
  const settled = standings.filter(({ atMs }) => atMs >= Math.min(lengthMs / 2, LONGEST_WARM_UP_MS));
  const parts = ['main', 'page', 'mainHeap', 'pageHeap'] as const;
  return [
    ...(lengthMs < SHORTEST_RUN_MS ? [tooShort] : [...parts.map((part) => memory(part, settled)), handles(settled)]),
    walSize(standings),
    checksKept(tally),
    { name: 'quick_check of the history', measured: tally.quickCheck, bound: 'ok', isKept: tally.quickCheck === 'ok' },
    { name: 'the window', measured: tally.isAnswering ? 'answered' : 'hung', bound: 'answers until the end', isKept: tally.isAnswering },
    { name: 'faults told by the app', measured: String(tally.faults), bound: '0', isKept: tally.faults === 0 },
  ];
}

const tooShort: Verdict = { name: 'memory and handles', measured: 'not told', bound: 'told by runs of 4 minutes and more', isKept: true };

const columns = {
  main: { name: 'memory of the main process', of: (standing: Standing) => standing.mainMegabytes },
  page: { name: 'memory of the page', of: (standing: Standing) => standing.pageMegabytes },
  mainHeap: { name: 'what the main process still needs', of: (standing: Standing) => standing.mainHeapMegabytes },
  pageHeap: { name: 'what the page still needs', of: (standing: Standing) => standing.pageHeapMegabytes },
} as const;

function memory(which: keyof typeof columns, settled: readonly Standing[]): Verdict {
  const { name, of } = columns[which];
  const slopeMegabytes = slopePerHour(settled.map((standing) => ({ atMs: standing.atMs, value: of(standing) })));
  const lengthMs = (settled.at(-1)?.atMs ?? 0) - (settled[0]?.atMs ?? 0);
  const riseMegabytes = (slopeMegabytes * lengthMs) / HOUR_MS;
  const measured = `${of(settled[0] as Standing).toFixed(1)} to ${of(settled.at(-1) as Standing).toFixed(1)} MB, ${slopeMegabytes.toFixed(1)} MB/h`;
  if (lengthMs >= LONG_MS) return { name, measured, bound: `${LONG_SLOPE_MB} MB/h`, isKept: slopeMegabytes <= LONG_SLOPE_MB };
  const mostMegabytes = SHORT_RISE_MB[which];
  return {
    name,
    measured: `${measured} (trend ${riseMegabytes.toFixed(1)} MB)`,
    bound: `a trend of ${mostMegabytes} MB in a run this short`,
    isKept: riseMegabytes <= mostMegabytes,
  };
}

/** The fewest in the first and in the last third: a socket of a check under way is no leak. */
function handles(settled: readonly Standing[]): Verdict {
  const third = Math.ceil(settled.length / 3);
  const first = Math.min(...settled.slice(0, third).map((standing) => standing.handles));
  const last = Math.min(...settled.slice(-third).map((standing) => standing.handles));
  return { name: 'handles at rest', measured: `${first} to ${last}`, bound: `${HANDLES_MORE} more`, isKept: last - first <= HANDLES_MORE };
}

function walSize(standings: readonly Standing[]): Verdict {
  const most = Math.max(0, ...standings.map(({ walMegabytes }) => walMegabytes));
  return { name: 'size of the WAL', measured: `${most.toFixed(1)} MB`, bound: `${WAL_MEGABYTES} MB`, isKept: most < WAL_MEGABYTES };
}

function checksKept({ acknowledged, present }: Tally): Verdict {
  return {
    name: 'acknowledged checks that are in the history',
    measured: `${present} of ${acknowledged}`,
    bound: 'all, and at least one',
    isKept: present === acknowledged && acknowledged > 0,
  };
}

/** A value at a moment. */
interface Point {
  readonly atMs: number;
  readonly value: number;
}

/** The most pairs looked at: more do not change a median. */
const POINTS = 400;

/** The middle of the slopes between all pairs (Theil and Sen): one spike says nothing. Per hour. */
export function slopePerHour(points: readonly Point[]): number {
  const step = Math.max(1, Math.ceil(points.length / POINTS));
  const some = points.filter((_, index) => index % step === 0);
  const slopes = some.flatMap((one, index) =>
    some.slice(index + 1).map((other) => ((other.value - one.value) / (other.atMs - one.atMs)) * HOUR_MS),
  );
  return slopes.toSorted((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0;
}
