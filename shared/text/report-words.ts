import type { Outcome } from '../check/outcome.ts';

/** The words of a report for a ticket. */
export interface ReportWords {
  /** The question a report answers, unless the person wrote another. */
  readonly question: (endpoint: string, outcome: Outcome) => string;
  /** The same for several endpoints. */
  readonly questionOfMany: (endpointCount: number) => string;
  readonly made: (moment: string, version: string) => string;
  /** What was chosen: a host, a search. */
  readonly scope: string;
  readonly period: string;
  readonly periodBetween: (from: string, to: string) => string;
  readonly leftOut: string;
  readonly hidden: Readonly<Record<'addresses' | 'names' | 'notes', string>>;
  readonly outcome: string;
  readonly seen: string;
  readonly proves: string;
  readonly likely: string;
  readonly also: string;
  readonly evidence: string;
  readonly stageColumns: readonly [stage: string, result: string, time: string];
  readonly addressColumns: readonly [address: string, result: string, time: string];
  readonly passed: string;
  readonly timeline: string;
  readonly timelineSays: (checkCount: string, outcomes: string) => string;
  readonly replyAxis: string;
  readonly statistics: string;
  readonly lastWorked: string;
  readonly never: string;
  readonly failingSince: string;
  readonly longestUp: string;
  readonly longestDown: string;
  readonly stretch: (length: string, from: string) => string;
  readonly uptime: string;
  readonly uptimeOf: (share: string, watched: string) => string;
  readonly checksWorked: (share: string) => string;
  readonly phaseColumns: readonly [stage: string, p50: string, p95: string, shortest: string, longest: string];
  readonly comparison: string;
  readonly comparedAre: (older: string, newer: string) => string;
  readonly comparisonColumns: readonly [what: string, older: string, newer: string, note: string];
  readonly checks: string;
  readonly checkColumns: readonly [time: string, outcome: string, address: string, reply: string, cameBack: string];
  readonly olderLeftOut: (count: string) => string;
  readonly otherEndpoints: string;
  readonly endpointColumns: readonly [endpoint: string, outcome: string, time: string];
  readonly moreEndpoints: (count: string) => string;
  readonly notes: string;
  readonly nothing: string;
}
