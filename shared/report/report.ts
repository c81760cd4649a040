import type { Check } from '../check/check.ts';
import type { Outcome } from '../check/outcome.ts';
import type { Target } from '../check/target.ts';
import type { CheckSummary } from '../history/host.ts';
import type { Statistics } from '../history/statistics.ts';
import type { TimelineBucket } from '../history/timeline.ts';
import type { Block } from './block.ts';
import type { Redaction } from './redaction.ts';

/** Everything a report says, gathered and redacted (redact-report.ts), before it is put into words. Times are Unix milliseconds. */
export interface Report {
  /** What the person asks; null asks what the checks answer. */
  readonly question: string | null;
  readonly madeAtMs: number;
  /** Of Sonde. */
  readonly version: string;
  /** What was chosen, as the person wrote it; null for everything. */
  readonly scope: string | null;
  /** Null where it was left open. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** Told at length: the failing ones first. */
  readonly subjects: readonly ReportSubject[];
  /** Told in a line each. */
  readonly others: readonly OtherEndpoint[];
  /** Not told at all. */
  readonly moreEndpointCount: number;
  /** What was done about the endpoints that are told at length, each case laid out (lay-out-case.ts), in order of time. */
  readonly cases: readonly (readonly Block[])[];
  readonly notes: readonly ReportNote[];
  readonly redaction: Redaction;
}

/** One endpoint at length. */
export interface ReportSubject {
  readonly newest: Check;
  /** The newest check that succeeded, when the newest did not; else null. */
  readonly lastWorked: Check | null;
  readonly statistics: Statistics;
  readonly timeline: readonly TimelineBucket[];
  /** The newest checks, newest first. */
  readonly checks: readonly CheckSummary[];
  readonly olderCheckCount: number;
}

/** One endpoint in a line. */
export interface OtherEndpoint {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly checkedAtMs: number;
}

/** What a person wrote about a host. */
export interface ReportNote {
  readonly host: string;
  readonly writtenAtMs: number;
  readonly text: string;
}
