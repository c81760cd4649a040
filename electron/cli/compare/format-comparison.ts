import { formatTarget } from '../../../shared/check/target.ts';
import { differenceGroups, type Comparison, type Difference } from '../../../shared/history/comparison.ts';
import type { ComparisonDescription } from '../../../shared/text/describe-comparison.ts';
import { describeDifference } from '../../../shared/text/describe-difference.ts';
import { formatMoment } from '../../../shared/text/format-moment.ts';
import { familyOf } from '../../../shared/text/outcome-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import { alignColumns, type Line, type Span } from '../span.ts';

/** A comparison to show. */
export interface ComparisonShown {
  readonly comparison: Comparison;
  readonly description: ComparisonDescription;
  /** What is the same is wanted, too. */
  readonly showsAll: boolean;
}

/** What changed in a sentence, then row by row in two columns. */
export function formatComparison({ comparison, description, showsAll }: ComparisonShown, words: Words): readonly Line[] {
  const { older, newer, differences } = comparison;
  const changedCount = differences.filter(({ changed }) => changed).length;
  const heading = [older, newer].map(({ target }) => formatTarget(target));
  return [
    [{ text: [...new Set(heading)].join(' → '), style: 'heading' }],
    [{ text: description.outcome, style: familyOf(newer.outcome) }, ` ${description.changes}`],
    [],
    ...alignColumns([
      headRow(comparison, words),
      ...differenceGroups.flatMap((group) => groupRows(comparison, { group, showsAll }, words)),
    ]),
    [],
    [{ text: words.compare.changedCount(changedCount, differences.length), style: 'quiet' }],
  ];
}

function headRow({ older, newer }: Comparison, { compare }: Words): readonly Span[] {
  const column = (title: string, { id, startedAtMs }: Comparison['older']): Span => ({
    text: `${title} ${id ?? ''} ${formatMoment(startedAtMs)}`,
    style: 'quiet',
  });
  return ['', '', column(compare.older, older), column(compare.newer, newer), ''];
}

interface Group {
  readonly group: Difference['group'];
  readonly showsAll: boolean;
}

/** A value can be as long as a peer likes; the whole of it is in the JSON. */
const LONGEST_VALUE = 48;

function groupRows(comparison: Comparison, { group, showsAll }: Group, words: Words): readonly (readonly Span[])[] {
  const shown = comparison.differences.filter((difference) => difference.group === group && (showsAll || difference.changed));
  return shown.map((difference) => {
    const { label, older, newer, note } = describeDifference(difference, comparison, words);
    const style = difference.changed ? 'heading' : 'quiet';
    return [
      { text: difference.changed ? '≠' : '=', style },
      { text: label, style: 'quiet' },
      cut(older),
      { text: cut(newer), style },
      { text: note ?? '', style: 'quiet' },
    ];
  });
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
