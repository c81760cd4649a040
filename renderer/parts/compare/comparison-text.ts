import { formatTarget } from '../../../shared/check/target.ts';
import type { Comparison } from '../../../shared/history/comparison.ts';
import { describeComparison, type ComparisonContext } from '../../../shared/text/describe-comparison.ts';
import { describeDifference } from '../../../shared/text/describe-difference.ts';
import { formatMoment } from '../../../shared/text/format-moment.ts';
import type { Words } from '../../../shared/text/words.ts';
import { compareGroups } from './compare-groups.ts';

/** A comparison as text, for a ticket: the sentences, then every changed row; what is the same is counted. */
export function comparisonText(comparison: Comparison, context: ComparisonContext, words: Words): string {
  const { older, newer } = comparison;
  const said = describeComparison(comparison, context, words);
  const { compare } = words;
  return [
    `${formatTarget(newer.target)} (${newer.target.transport.toUpperCase()})`,
    `A ${formatMoment(older.startedAtMs)}, B ${formatMoment(newer.startedAtMs)}`,
    said.outcome,
    said.changes,
    ...compareGroups(comparison).flatMap(({ group, changed, same }) => {
      const rows = changed.map((row) => describeDifference(row, comparison, words));
      const labels = same.map((row) => describeDifference(row, comparison, words).label);
      return [
        ['', compare.groups[group]],
        rows.map((row) => `  ${row.label}: ${row.older} -> ${row.newer}${row.note === null ? '' : ` (${row.note})`}`),
        labels.length === 0 ? [] : [`  ${compare.same(labels)}`],
      ].flat();
    }),
  ].join('\n');
}
