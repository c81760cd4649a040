import type { Check } from '../../shared/check/check.ts';
import type { CheckRow } from '../../shared/history/check-row.ts';
import type { EndpointSpan } from '../../shared/history/endpoint-timeline.ts';
import type { CheckSummary } from '../../shared/history/host.ts';
import type { Statistics } from '../../shared/history/statistics.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { TimelineBucket } from '../../shared/history/timeline.ts';
import type { ReportSubject } from '../../shared/report/report.ts';
import { gatherStatistics } from '../store/past/gather-statistics.ts';
import { readCheck } from '../store/checks/read-check.ts';
import { readTimeline } from '../store/past/read-timeline.ts';
import type { Store } from '../store/store.ts';
import { findTurn } from './find-turn.ts';
import { walkChecks, type WalkWanted } from './walk-checks.ts';

/** One endpoint to tell of. */
export interface SubjectWanted {
  readonly store: Store;
  /** Its newest check. */
  readonly row: CheckRow;
  readonly filter: NonNullable<WalkWanted['filter']>;
  /** Hears how many checks were read since it was told last. */
  readonly onRead: (count: number) => void;
}

/** The endpoint at length; "gone" when its newest check was removed meanwhile, or cannot be read. */
export type SubjectGathered =
  | { readonly kind: 'gathered'; readonly subject: ReportSubject }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** A table in a ticket that is longer is not read. */
const CHECKS_SHOWN = 50;

/** Gathers what a report tells of one endpoint. */
export async function gatherSubject({ store, row, filter, onRead }: SubjectWanted, signal: AbortSignal): Promise<SubjectGathered> {
  const newest = readWhole(store, row.id);
  if (newest === null) return { kind: 'gone' };
  const place = { hostId: row.hostId, endpoint: { port: row.port, transport: row.transport } };
  const { fromMs = null, toMs = null } = filter;
  const past = await gatherPast(store, { hostId: row.hostId, ...place.endpoint, fromMs, toMs });
  if (past.kind === 'unreadable') return past;
  onRead(past.statistics.checkCount + past.statistics.cancelledCount);
  const shown = await gatherShown(store, { ...place, filter }, signal);
  if (shown.kind === 'unreadable') return shown;
  const turn = newest.outcome === 'succeeded' ? null : await findTurn(store, { ...place, atMs: newest.startedAtMs }, signal);
  const lastWorked = turn?.lastWorked == null ? null : readWhole(store, turn.lastWorked.id);
  const { statistics, timeline } = past;
  const { checks, olderCheckCount } = shown;
  return { kind: 'gathered', subject: { newest, lastWorked, statistics, timeline, checks, olderCheckCount } };
}

function readWhole(store: Store, id: number): Check | null {
  const reading = readCheck(store, id);
  return reading.kind === 'read' ? reading.value : null;
}

type Past = { readonly kind: 'gathered'; readonly statistics: Statistics; readonly timeline: readonly TimelineBucket[] } | Unreadable;

interface Unreadable {
  readonly kind: 'unreadable';
  readonly problem: StoreProblem;
}

/** As many cells as the picture can show apart. */
const CELLS = 120;

/** Statistics and timeline are of all checks in the period: of the failures alone they would say that it never works. */
async function gatherPast(store: Store, span: EndpointSpan): Promise<Past> {
  const statistics = await gatherStatistics(store, span);
  if (statistics.kind === 'unreadable') return statistics;
  const { checkCount, cancelledCount } = statistics.value;
  const cellCount = Math.min(CELLS, Math.max(1, checkCount + cancelledCount));
  const timeline = await readTimeline(store, { ...span, cellCount });
  if (timeline.kind === 'unreadable') return timeline;
  return { kind: 'gathered', statistics: statistics.value, timeline: timeline.value?.cells ?? [] };
}

type Shown = { readonly kind: 'shown'; readonly checks: readonly CheckSummary[]; readonly olderCheckCount: number } | Unreadable;

async function gatherShown(store: Store, wanted: WalkWanted, signal: AbortSignal): Promise<Shown> {
  const checks: CheckSummary[] = [];
  let count = 0;
  for await (const part of walkChecks(store, { ...wanted, order: 'time', isDescending: true }, signal)) {
    if (part.kind === 'unreadable') return part;
    count += part.rows.length;
    checks.push(...part.rows.slice(0, CHECKS_SHOWN - checks.length).map(summaryOf));
  }
  return { kind: 'shown', checks, olderCheckCount: count - checks.length };
}

/** Without the host: what a report does not show it must not hold. */
function summaryOf({ hostId: _hostId, host: _host, isChange: _isChange, ...summary }: CheckRow): CheckSummary {
  return summary;
}
