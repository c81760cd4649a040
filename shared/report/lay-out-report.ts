import { displayHost } from '../check/display-host.ts';
import { formatTarget } from '../check/target.ts';
import { formatCount } from '../text/format.ts';
import { formatMoment } from '../text/format-moment.ts';
import type { Words } from '../text/words.ts';
import type { Block, Pieces } from './block.ts';
import { columnsOf } from './columns.ts';
import { layOutSubject } from './lay-out-subject.ts';
import type { Report } from './report.ts';

/** The question a report answers: the person's own, else one that fits what it tells. */
export function questionOf({ question, subjects, others, moreEndpointCount }: Report, { report }: Words): string {
  if (question !== null) return question;
  const [first, second] = subjects;
  if (first === undefined) return report.nothing;
  if (second !== undefined || others.length > 0) return report.questionOfMany(subjects.length + others.length + moreEndpointCount);
  return report.question(formatTarget(first.newest.target), first.newest.outcome);
}

/** A report in parts, in the order a reader needs them: question, outcome, evidence, timeline, comparison, checks; then the cases and the notes. */
export function* layOutReport(report: Report, words: Words): Generator<Block, void> {
  yield { kind: 'heading', level: 1, text: [questionOf(report, words)] };
  yield { kind: 'paragraph', text: [words.report.made(formatMoment(report.madeAtMs), report.version)] };
  yield* layOutScope(report, words);
  for (const subject of report.subjects) yield* layOutSubject(subject, words);
  for (const blocks of report.cases) yield* blocks;
  yield* layOutOthers(report, words);
  yield* layOutNotes(report, words);
}

function* layOutScope({ scope, fromMs, toMs, redaction }: Report, words: Words): Generator<Block, void> {
  const { report } = words;
  const hidden = (['addresses', 'names', 'notes'] as const).filter((part) => redaction[part]).map((part) => report.hidden[part]);
  const end = (atMs: number | null): string => (atMs === null ? '…' : formatMoment(atMs));
  const rows = [
    ...(scope === null ? [] : [{ term: report.scope, text: [{ exact: scope }] }]),
    ...(fromMs === null && toMs === null ? [] : [{ term: report.period, text: [report.periodBetween(end(fromMs), end(toMs))] }]),
    ...(hidden.length === 0 ? [] : [{ term: report.leftOut, text: [hidden.join(', ')] }]),
  ];
  if (rows.length > 0) yield { kind: 'facts', rows };
}

function* layOutOthers({ others, moreEndpointCount }: Report, words: Words): Generator<Block, void> {
  const { report, outcomes, units } = words;
  if (others.length > 0) {
    yield { kind: 'heading', level: 2, text: [report.otherEndpoints] };
    const rows = others.map(({ target, outcome, checkedAtMs }): readonly Pieces[] => [
      [{ exact: formatTarget({ ...target, host: displayHost(target.host) }) }],
      [{ outcome, word: outcomes[outcome].word }],
      [formatMoment(checkedAtMs)],
    ]);
    yield { kind: 'table', columns: columnsOf(report.endpointColumns), rows };
  }
  if (moreEndpointCount > 0) yield { kind: 'paragraph', text: [report.moreEndpoints(formatCount(moreEndpointCount, units))] };
}

function* layOutNotes({ notes, subjects }: Report, { report }: Words): Generator<Block, void> {
  if (notes.length === 0) return;
  yield { kind: 'heading', level: 2, text: [report.notes] };
  const hosts = new Set(subjects.map(({ newest }) => newest.target.host));
  for (const { host, writtenAtMs, text } of notes) {
    const about = hosts.size > 1 ? `${displayHost(host)}, ${formatMoment(writtenAtMs)}` : formatMoment(writtenAtMs);
    yield { kind: 'heading', level: 3, text: [about] };
    yield { kind: 'verbatim', text };
  }
}
