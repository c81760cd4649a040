import type { Check } from '../../shared/check/check.ts';
import type { CheckRow } from '../../shared/history/check-row.ts';
import type { CheckSummary } from '../../shared/history/host.ts';
import { phaseTimes } from '../../shared/history/phase-times.ts';
import { startStatistics, type Statistics } from '../../shared/history/statistics.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { bucketTimeline, type TimelineBucket, type TimelineEntry } from '../../shared/history/timeline.ts';
import type { ReportSubject } from '../../shared/report/report.ts';
import { readCheck } from '../store/read-check.ts';
import type { Store } from '../store/store.ts';
import { findTurn } from './find-turn.ts';
import { startTurns } from './turn.ts';
import { walkChecks, type WalkWanted } from './walk-checks.ts';

/** One endpoint to tell of. */
export interface SubjectWanted {
  readonly store: Store;
  /** Its newest check. */
  readonly row: CheckRow;
  readonly filter: NonNullable<WalkWanted['filter']>;
}

/** The endpoint at length; "gone" when its newest check was removed meanwhile, or cannot be read. */
export type SubjectGathered =
  | { readonly kind: 'gathered'; readonly subject: ReportSubject }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** A table in a ticket that is longer is not read. */
const CHECKS_SHOWN = 50;

/** Gathers what a report tells of one endpoint. */
export async function gatherSubject({ store, row, filter }: SubjectWanted, signal: AbortSignal): Promise<SubjectGathered> {
  const newest = readWhole(store, row.id);
  if (newest === null) return { kind: 'gone' };
  const place = { hostId: row.hostId, endpoint: { port: row.port, transport: row.transport } };
  const past = await gatherPast(store, { ...place, filter: { fromMs: filter.fromMs, toMs: filter.toMs } }, signal);
  if (past.kind === 'unreadable') return past;
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
async function gatherPast(store: Store, wanted: WalkWanted, signal: AbortSignal): Promise<Past> {
  const gathering = startStatistics();
  const entries: TimelineEntry[] = [];
  const giveWay = startTurns();
  for await (const part of walkChecks(store, { ...wanted, order: 'time', isDescending: false }, signal)) {
    if (part.kind === 'unreadable') return part;
    for (const { id, startedAtMs, outcome, replyMs } of part.rows) {
      entries.push({ startedAtMs, outcome, replyMs });
      const check = readWhole(store, id);
      gathering.add({ startedAtMs, outcome, phases: check === null ? {} : phaseTimes(check) });
      await giveWay();
    }
  }
  const [first] = entries;
  const last = entries.at(-1);
  const span = {
    fromMs: first?.startedAtMs ?? 0,
    toMs: (last?.startedAtMs ?? 0) + 1,
    bucketCount: Math.min(CELLS, Math.max(1, entries.length)),
  };
  return { kind: 'gathered', statistics: gathering.read(), timeline: bucketTimeline(entries, span) };
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
