import type { Check } from '../../../shared/check/check.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import { summarizeCheck } from '../../../shared/history/summarize-check.ts';
import type { Statistics } from '../../../shared/history/statistics.ts';
import { describeOutcomeCounts } from '../../../shared/text/describe-outcome-counts.ts';
import { describePhase, describeStatistics } from '../../../shared/text/describe-statistics.ts';
import { formatCount, formatDuration, formatLimit } from '../../../shared/text/format.ts';
import { formatTimeOfDay } from '../../../shared/text/format-day.ts';
import { familyOf } from '../../../shared/text/outcome-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { WatchedCheck, WatchOrder } from '../../watch/watch-order.ts';
import { alignColumns, pad, type Line } from '../span.ts';

/** What is watched and how often. */
export function formatHeading({ target, intervalMs }: WatchOrder, { watch, units }: Words): Line {
  const heading = watch.heading(formatTarget(target), formatLimit(intervalMs, units));
  return [
    { text: heading, style: 'heading' },
    { text: `  ${watch.stopHint}`, style: 'quiet' },
  ];
}

/** "999 ms" and "12.3 s". */
const DURATION_COLUMNS = 8;

/** An IPv4 address; a longer one pushes what follows to the right. */
const ADDRESS_COLUMNS = 15;

/** What came back can be long, and a line that wraps is no column. */
const LONGEST_TEXT = 60;

/** One check in one line, in columns that stand below each other. */
export function formatWatched({ check, changed }: Pick<WatchedCheck, 'check' | 'changed'>, words: Words): Line {
  const { address, replyMs } = summarizeCheck(check);
  const outcomeColumns = Math.max(...Object.values(words.outcomes).map(({ word }) => word.length));
  return [
    { text: formatTimeOfDay(check.startedAtMs), style: 'quiet' },
    '  ',
    ...pad({ text: words.outcomes[check.outcome].word, style: familyOf(check.outcome) }, outcomeColumns),
    ...pad(formatDuration(replyMs ?? check.failure?.elapsedMs ?? check.durationMs, words.units), DURATION_COLUMNS, 'left'),
    '  ',
    ...pad(address ?? '', ADDRESS_COLUMNS),
    '  ',
    cameBackOf(check).slice(0, LONGEST_TEXT),
    ...(changed ? [{ text: `  ${words.watch.changed}`, style: 'heading' as const }] : []),
  ];
}

function cameBackOf(check: Check): string {
  return summarizeCheck(check).cameBack ?? check.failure?.systemCode ?? check.failure?.code ?? check.service?.product ?? '';
}

/** The whole watch in numbers, for its end. */
export function formatSummary(statistics: Statistics, lengthMs: number, words: Words): readonly Line[] {
  const { watch, report, units } = words;
  if (statistics.checkCount === 0) return [[watch.noCheck]];
  const outcomes = describeOutcomeCounts(statistics.outcomeCounts, words);
  const lines = describeStatistics(statistics, words).map(({ term, text }) => [{ text: term, style: 'quiet' as const }, text]);
  const heads = report.phaseColumns.map((text) => ({ text, style: 'quiet' as const }));
  const phases = statistics.phases.map((phase) => describePhase(phase, words));
  return [
    [],
    [{ text: watch.summary(formatCount(statistics.checkCount, units), outcomes, formatDuration(lengthMs, units)), style: 'heading' }],
    ...alignColumns(lines),
    ...(phases.length === 0 ? [] : [[], ...alignColumns([heads, ...phases], [1, 2, 3, 4])]),
  ];
}
