import type { Check } from '../check/check.ts';
import { displayHost } from '../check/display-host.ts';
import { formatTarget } from '../check/target.ts';
import { compareChecks } from '../history/compare-checks.ts';
import { describeCheck } from '../text/describe-check.ts';
import { describeComparison } from '../text/describe-comparison.ts';
import { describeDifference } from '../text/describe-difference.ts';
import { evidenceRows } from '../text/evidence-rows.ts';
import { formatCount, formatDuration } from '../text/format.ts';
import { formatMoment } from '../text/format-moment.ts';
import type { Words } from '../text/words.ts';
import type { Block, Pieces } from './block.ts';
import { columnsOf } from './columns.ts';
import { layOutNumbers, layOutTimeline } from './lay-out-past.ts';
import type { ReportSubject } from './report.ts';

/** One endpoint: its outcome and what stands behind it, its past, what changed since it last worked, and its checks. */
export function* layOutSubject(subject: ReportSubject, words: Words): Generator<Block, void> {
  const { newest } = subject;
  const endpoint = formatTarget({ ...newest.target, host: displayHost(newest.target.host) });
  yield { kind: 'heading', level: 2, text: [newest.target.transport === 'udp' ? `${endpoint} (UDP)` : endpoint] };
  yield* layOutOutcome(newest, words);
  yield* layOutEvidence(newest, words);
  yield* layOutTimeline(subject, words);
  yield* layOutNumbers(subject, words);
  yield* layOutComparison(subject, words);
  yield* layOutChecks(subject, words);
}

function* layOutOutcome(check: Check, words: Words): Generator<Block, void> {
  const { report } = words;
  const { word, headline, proves, likely, alsoSeen } = describeCheck(check, words);
  const sentence = headline.startsWith(`${word}. `)
    ? [{ outcome: check.outcome, word: `${word}.` }, headline.slice(word.length + 1)]
    : [headline];
  yield { kind: 'paragraph', text: sentence };
  const rows = [
    { term: report.proves, text: [proves] },
    ...(likely === null ? [] : [{ term: report.likely, text: [likely] }]),
    ...alsoSeen.map((also) => ({ term: report.also, text: [also] })),
    { term: report.seen, text: [formatMoment(check.startedAtMs)] },
  ];
  yield { kind: 'facts', rows };
}

function* layOutEvidence(check: Check, words: Words): Generator<Block, void> {
  const { report, stages, outcomes, notRun, units } = words;
  yield { kind: 'heading', level: 3, text: [report.evidence] };
  const stageRows = check.stages.map(({ stage, outcome, durationMs }): readonly Pieces[] => {
    if (outcome === 'skipped') return [[stages[stage]], [notRun], []];
    const result = outcome === 'passed' ? [report.passed] : [{ outcome: check.outcome, word: outcomes[check.outcome].word }];
    return [[stages[stage]], result, [formatDuration(durationMs, units)]];
  });
  yield { kind: 'table', columns: columnsOf(report.stageColumns, [2]), rows: stageRows };
  if (check.addresses.length > 0) {
    const rows = check.addresses.map(({ address, outcome, systemCode, durationMs }): readonly Pieces[] => [
      [{ exact: address }],
      [{ outcome, word: outcomes[outcome].word }, ...(systemCode === null ? [] : ['  ', { exact: systemCode }])],
      [formatDuration(durationMs, units)],
    ]);
    yield { kind: 'table', columns: columnsOf(report.addressColumns, [2]), rows };
  }
  yield* layOutFindings(check, words);
}

/** What came back, piece by piece; of several lines, a greeting alone, each keeps its own. */
function* layOutFindings(check: Check, words: Words): Generator<Block, void> {
  const rows = evidenceRows(check, words);
  if (rows.length > 0) {
    const pieces = (exact: string | null): Pieces => (exact === null || exact.includes('\n') ? [] : [{ exact }, '  ']);
    yield { kind: 'facts', rows: rows.map(({ term, exact, note }) => ({ term, text: [...pieces(exact), note] })) };
  }
  if (check.greeting?.text.includes('\n') === true) yield { kind: 'verbatim', text: check.greeting.text };
}

function* layOutComparison({ newest, lastWorked, statistics }: ReportSubject, words: Words): Generator<Block, void> {
  if (lastWorked === null) return;
  const { report } = words;
  const comparison = compareChecks({ older: lastWorked, newer: newest });
  const { outcome, changes } = describeComparison(comparison, { firstFailedAtMs: statistics.firstFailedAtMs }, words);
  yield { kind: 'heading', level: 3, text: [report.comparison] };
  yield { kind: 'paragraph', text: [`${outcome} ${changes}`] };
  yield { kind: 'paragraph', text: [report.comparedAre(formatMoment(lastWorked.startedAtMs), formatMoment(newest.startedAtMs))] };
  const rows = comparison.differences
    .filter(({ changed }) => changed)
    .map((difference): readonly Pieces[] => {
      const { label, older, newer, note } = describeDifference(difference, comparison, words);
      return [[label], [{ exact: older }], [{ exact: newer }], note === null ? [] : [note]];
    });
  yield { kind: 'table', columns: columnsOf(report.comparisonColumns), rows };
}

function* layOutChecks({ checks, olderCheckCount }: ReportSubject, words: Words): Generator<Block, void> {
  const { report, outcomes, units } = words;
  yield { kind: 'heading', level: 3, text: [report.checks] };
  const rows = checks.map(({ startedAtMs, outcome, address, replyMs, cameBack }): readonly Pieces[] => [
    [formatMoment(startedAtMs)],
    [{ outcome, word: outcomes[outcome].word }],
    address === null ? [] : [{ exact: address }],
    replyMs === null ? [] : [formatDuration(replyMs, units)],
    cameBack === null ? [] : [{ exact: cameBack }],
  ]);
  yield { kind: 'table', columns: columnsOf(report.checkColumns, [3]), rows };
  if (olderCheckCount > 0) yield { kind: 'paragraph', text: [report.olderLeftOut(formatCount(olderCheckCount, units))] };
}
