import { describeOutcomeCounts } from '../text/describe-outcome-counts.ts';
import { describePhase, describeStatistics } from '../text/describe-statistics.ts';
import { formatCount, formatDuration } from '../text/format.ts';
import { formatMoment } from '../text/format-moment.ts';
import type { Words } from '../text/words.ts';
import type { Block, Pieces } from './block.ts';
import { columnsOf } from './columns.ts';
import type { ReportSubject } from './report.ts';

/** The past of an endpoint as a picture; a single check has none. */
export function* layOutTimeline({ timeline, statistics }: ReportSubject, words: Words): Generator<Block, void> {
  const [first] = timeline;
  const last = timeline.at(-1);
  if (statistics.checkCount < 2 || first === undefined || last === undefined) return;
  const { report, units, outcomes } = words;
  const highestMs = Math.max(0, ...timeline.map(({ reply }) => reply?.maxMs ?? 0));
  yield { kind: 'heading', level: 3, text: [report.timeline] };
  yield {
    kind: 'timeline',
    picture: {
      buckets: timeline,
      description: report.timelineSays(formatCount(statistics.checkCount, units), describeOutcomeCounts(statistics.outcomeCounts, words)),
      from: formatMoment(first.fromMs),
      to: formatMoment(last.toMs),
      reply: report.replyAxis,
      highest: formatDuration(highestMs, units),
      outcomeWord: (outcome) => outcomes[outcome].word,
    },
  };
}

/** The past of an endpoint in numbers. */
export function* layOutNumbers({ statistics }: ReportSubject, words: Words): Generator<Block, void> {
  const { report } = words;
  if (statistics.checkCount < 2) return;
  yield { kind: 'heading', level: 3, text: [report.statistics] };
  yield { kind: 'facts', rows: describeStatistics(statistics, words).map(({ term, text }) => ({ term, text: [text] })) };
  if (statistics.phases.length === 0) return;
  const rows = statistics.phases.map((phase) => describePhase(phase, words).map((text): Pieces => [text]));
  yield { kind: 'table', columns: columnsOf(report.phaseColumns, [1, 2, 3, 4]), rows };
}
