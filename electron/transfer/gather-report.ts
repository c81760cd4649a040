import type { CheckRow } from '../../shared/history/check-row.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { redactReport } from '../../shared/report/redact-report.ts';
import type { Redaction } from '../../shared/report/redaction.ts';
import type { GuidanceCatalogue } from '../../shared/text/guidance/guidance-words.ts';
import type { Report, ReportNote, ReportSubject } from '../../shared/report/report.ts';
import { readHost } from '../store/hosts/read-host.ts';
import type { Store } from '../store/store.ts';
import { gatherCases } from './gather-cases.ts';
import { gatherSubject } from './gather-subject.ts';
import { walkChecks, type WalkWanted } from './walk-checks.ts';

/** What a report is to tell of. */
export interface ReportWanted {
  readonly checks: Pick<WalkWanted, 'hostId' | 'endpoint'> & { readonly filter: NonNullable<WalkWanted['filter']> };
  /** What the person asks; null asks what the checks answer. */
  readonly question: string | null;
  /** What was chosen, as the person wrote it; null for everything. */
  readonly scope: string | null;
  readonly redaction: Redaction;
  /** Of Sonde. */
  readonly version: string;
  readonly nowMs: number;
  /** The words its cases are told in. */
  readonly catalogue: GuidanceCatalogue;
  /** Hears how many checks were read since it was told last. */
  readonly onRead: (count: number) => void;
}

/** The report, redacted and ready to be written, or why there is none. */
export type ReportGathered =
  | { readonly kind: 'gathered'; readonly report: Report }
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem }
  | { readonly kind: 'stopped' };

/** More endpoints than this at length are no report any more, but an export. */
const SUBJECTS = 8;

/** A line each for so many more. */
const OTHERS = 200;

/** Gathers a report from the history in slices. Never throws for reasons of the disk or the file. */
export async function gatherReport(store: Store, wanted: ReportWanted, signal: AbortSignal): Promise<ReportGathered> {
  const newest = new Map<string, CheckRow>();
  for await (const part of walkChecks(store, { ...wanted.checks, order: 'time', isDescending: true }, signal)) {
    if (part.kind === 'unreadable') return part;
    wanted.onRead(part.rows.length);
    for (const row of part.rows) {
      const key = `${row.hostId} ${row.port} ${row.transport}`;
      if (!newest.has(key)) newest.set(key, row);
    }
  }
  // The newest first already; failing ones before those that work.
  const endpoints = [...newest.values()].toSorted((one, other) => Number(works(one)) - Number(works(other)));
  const subjects: ReportSubject[] = [];
  const cases: Report['cases'][number][] = [];
  for (const row of endpoints.slice(0, SUBJECTS)) {
    const subject = await gatherSubject({ store, row, filter: wanted.checks.filter, onRead: wanted.onRead }, signal);
    if (subject.kind === 'unreadable') return subject;
    if (subject.kind === 'gone') continue;
    subjects.push(subject.subject);
    cases.push(
      ...gatherCases({ store, row, newest: subject.subject.newest, ...headOf(wanted), nowMs: wanted.nowMs, catalogue: wanted.catalogue }),
    );
  }
  if (signal.aborted) return { kind: 'stopped' };
  const told = { subjects, cases, others: endpoints.slice(SUBJECTS, SUBJECTS + OTHERS).map(describeOther) };
  const report = { ...told, ...headOf(wanted), moreEndpointCount: Math.max(0, endpoints.length - SUBJECTS - OTHERS) };
  return { kind: 'gathered', report: redactReport({ ...report, notes: gatherNotes(store, endpoints.slice(0, SUBJECTS)) }) };
}

function works({ outcome }: CheckRow): boolean {
  return outcome === 'succeeded';
}

function describeOther({ host, port, transport, outcome, startedAtMs }: CheckRow): Report['others'][number] {
  return { target: { host, port, transport }, outcome, checkedAtMs: startedAtMs };
}

function headOf({ checks, question, scope, redaction, version, nowMs }: ReportWanted) {
  const { fromMs = null, toMs = null } = checks.filter;
  return { question, scope, redaction, version, madeAtMs: nowMs, fromMs, toMs };
}

/** What people wrote about the hosts that are told at length; notes that cannot be read are none. */
function gatherNotes(store: Store, rows: readonly CheckRow[]): readonly ReportNote[] {
  const hosts = new Map(rows.map(({ hostId, host }) => [hostId, host]));
  return [...hosts].flatMap(([hostId, host]) => {
    const details = readHost(store, hostId);
    const notes = details.kind === 'read' ? (details.value?.notes ?? []) : [];
    return notes.map(({ text, writtenAtMs }) => ({ host, text, writtenAtMs }));
  });
}
