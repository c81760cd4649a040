import type { CheckRow } from '../../shared/history/check-row.ts';
import type { EndpointStatistics } from '../../shared/history/endpoint-statistics.ts';
import type { EndpointTimeline } from '../../shared/history/endpoint-timeline.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { TimeSpan } from '../../shared/history/time-span.ts';
import type { TimelineRange } from '../../shared/text/history-words.ts';
import { ask } from '../bridge.ts';
import type { KnownEndpoint } from './newest-checks.svelte.ts';
import { cellCountFor, rangeFor, rangeLengthsMs, zoomAround } from './timeline-span.ts';

/** Nobody sees the axis move by less, in milliseconds. */
const SHORTEST_WAIT_MS = 30_000;

/** The past of one endpoint over time: what the timeline draws, and its numbers. */
export class TimelineReading {
  /** Null until it was read, and when the span holds no check. */
  timeline: EndpointTimeline | null = $state.raw(null);
  /** Of the span that is drawn. */
  statistics: EndpointStatistics | null = $state.raw(null);
  /** Of the whole past: when it last worked. Null until it was read. */
  whole: EndpointStatistics | null = $state.raw(null);
  range: TimelineRange = $state('six_hours');
  /** The span the person zoomed to, or null. */
  zoomed: TimeSpan | null = $state.raw(null);
  problem: StoreProblem | null = $state.raw(null);
  #endpoint: KnownEndpoint | null = null;
  #rows: readonly CheckRow[] = [];
  #zooms: readonly TimeSpan[] = [];
  #reading = 0;

  /** Shows this endpoint as it is now; `rows` are its newest checks, null until they were read. Another endpoint starts with the range that shows them. */
  async follow(endpoint: KnownEndpoint | null, rows: readonly CheckRow[] | null): Promise<void> {
    if (!isSame(endpoint, this.#endpoint)) this.#turnTo(endpoint);
    if (rows === null) return;
    this.#rows = rows;
    if (this.whole === null) this.range = rangeFor(rows, Date.now());
    await this.#read();
  }

  /** Reads again once what is shown ends too long ago to be called now: by more than a cell. */
  async keepUp(nowMs: number): Promise<void> {
    const { timeline, zoomed } = this;
    if (timeline === null || zoomed !== null) return;
    const cellMs = (timeline.toMs - timeline.fromMs) / timeline.cells.length;
    if (nowMs - timeline.toMs > Math.max(cellMs, SHORTEST_WAIT_MS)) await this.#read();
  }

  /** Shows a range up to now. */
  async choose(range: TimelineRange): Promise<void> {
    this.range = range;
    this.#zooms = [];
    this.zoomed = null;
    await this.#read();
  }

  /** Shows a part of what is shown. */
  async zoomTo(span: TimeSpan): Promise<void> {
    if (this.zoomed !== null) this.#zooms = [...this.#zooms, this.zoomed];
    this.zoomed = span;
    await this.#read();
  }

  /** Shows half as much time around a moment. */
  async zoomIn(atMs: number): Promise<void> {
    if (this.timeline !== null) await this.zoomTo(zoomAround(this.timeline, atMs, 0.5));
  }

  /** Takes back the last zoom. */
  async zoomOut(): Promise<void> {
    if (this.zoomed === null) return;
    this.zoomed = this.#zooms.at(-1) ?? null;
    this.#zooms = this.#zooms.slice(0, -1);
    await this.#read();
  }

  #turnTo(endpoint: KnownEndpoint | null): void {
    this.#endpoint = endpoint;
    this.timeline = null;
    this.statistics = null;
    this.whole = null;
    this.#reading += 1;
    this.problem = null;
    this.#zooms = [];
    this.zoomed = null;
  }

  async #read(): Promise<void> {
    const endpoint = this.#endpoint;
    if (endpoint === null) return;
    this.#reading += 1;
    const reading = this.#reading;
    const { fromMs, toMs } = this.#spanAt(Date.now());
    const span = { ...endpoint, fromMs, toMs };
    const cellCount = cellCountFor(fromMs === null || toMs === null ? null : toMs - fromMs, this.#rows);
    const [timeline, statistics, whole] = await Promise.all([
      ask('readTimeline', { ...span, cellCount }),
      ask('readStatistics', span),
      ask('readStatistics', { ...endpoint, fromMs: null, toMs: null }),
    ]);
    if (reading !== this.#reading) return;
    this.problem = [timeline, statistics, whole].find((read) => read.kind === 'unreadable')?.problem ?? null;
    if (timeline.kind === 'read') this.timeline = timeline.value;
    if (statistics.kind === 'read') this.statistics = statistics.value;
    if (whole.kind === 'read') this.whole = whole.value;
  }

  #spanAt(nowMs: number): { readonly fromMs: number | null; readonly toMs: number | null } {
    if (this.zoomed !== null) return this.zoomed;
    const lengthMs = rangeLengthsMs[this.range];
    return { fromMs: lengthMs === null ? null : nowMs - lengthMs, toMs: nowMs + 1 };
  }
}

function isSame(one: KnownEndpoint | null, other: KnownEndpoint | null): boolean {
  return one?.hostId === other?.hostId && one?.port === other?.port && one?.transport === other?.transport;
}
