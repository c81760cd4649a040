import type { PhaseStatistics, Statistics } from '../history/statistics.ts';
import { lengthOf, type Stretch } from '../history/stretches.ts';
import { formatDuration } from './format.ts';
import { formatMoment } from './format-moment.ts';
import { formatShare } from './format-share.ts';
import { formatSpan } from './format-span.ts';
import type { Words } from './words.ts';

/** What there is to say of some checks in numbers, line by line. */
export interface StatisticsLine {
  /** Empty when it belongs to the line above. */
  readonly term: string;
  readonly text: string;
}

/** When it worked, how long, and how much of the time; only what is known. */
export function describeStatistics(statistics: Omit<Statistics, 'outcomeCounts' | 'phases'>, words: Words): readonly StatisticsLine[] {
  const { report } = words;
  const { lastWorkedAtMs, firstFailedAtMs, longestUp, longestDown } = statistics;
  return [
    { term: report.lastWorked, text: lastWorkedAtMs === null ? report.never : formatMoment(lastWorkedAtMs) },
    ...(firstFailedAtMs === null ? [] : [{ term: report.failingSince, text: formatMoment(firstFailedAtMs) }]),
    ...(hasLength(longestUp) ? [{ term: report.longestUp, text: describeStretch(longestUp, words) }] : []),
    ...(hasLength(longestDown) ? [{ term: report.longestDown, text: describeStretch(longestDown, words) }] : []),
    ...describeShares(statistics, words),
  ];
}

/** A single check is a moment, not a length of time. */
function hasLength(stretch: Stretch | null): stretch is Stretch {
  return stretch !== null && lengthOf(stretch) > 0;
}

function describeStretch(stretch: Stretch, { report, units }: Words): string {
  return report.stretch(formatSpan(lengthOf(stretch), units), formatMoment(stretch.fromMs));
}

function describeShares(
  { uptimeShare, watchedMs, succeededShare }: Pick<Statistics, 'uptimeShare' | 'watchedMs' | 'succeededShare'>,
  { report, units }: Words,
): readonly StatisticsLine[] {
  const ofTime = uptimeShare === null ? [] : [report.uptimeOf(formatShare(uptimeShare, units), formatSpan(watchedMs, units))];
  const ofChecks = succeededShare === null ? [] : [report.checksWorked(formatShare(succeededShare, units))];
  return [...ofTime, ...ofChecks].map((text, place) => ({ term: place === 0 ? report.uptime : '', text }));
}

/** One row of the table of stages: the stage, then its times. The heads are `words.report.phaseColumns`. */
export function describePhase({ stage, p50Ms, p95Ms, minMs, maxMs }: PhaseStatistics, { stages, units }: Words): readonly string[] {
  return [stages[stage], ...[p50Ms, p95Ms, minMs, maxMs].map((durationMs) => formatDuration(durationMs, units))];
}
