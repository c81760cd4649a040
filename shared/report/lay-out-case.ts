import type { Check } from '../check/check.ts';
import { formatTarget } from '../check/target.ts';
import { makeVisible } from '../console/display.ts';
import { readCase, type Case, type CaseEntry } from '../guidance/case.ts';
import { openChanges, type Ledger } from '../guidance/ledger.ts';
import { reasonsOfMeasurement } from '../guidance/measurement-reasons.ts';
import type { System } from '../guidance/server-fact.ts';
import { reasonOfFact } from '../guidance/reading/sources.ts';
import { formatMoment } from '../text/format-moment.ts';
import { formatDuration } from '../text/format.ts';
import { describeReasons, type SayingContext } from '../text/guidance/describe-reason.ts';
import { guidanceFormat } from '../text/guidance/guidance-format.ts';
import type { GuidanceCatalogue, InquiryWords } from '../text/guidance/guidance-words.ts';
import { gatherSeen } from '../text/seen.ts';
import type { Block, Pieces } from './block.ts';

/** A case to tell in a report. */
export interface ReportedCase {
  readonly case: Case;
  /** The newest check of its endpoint. */
  readonly check: Check;
  readonly here: System;
  /** When the report is made, Unix milliseconds. */
  readonly madeAtMs: number;
  /** Leaves out of a text what the person wants left out. */
  readonly redact: (text: string) => string;
}

/** What was done in a case, in order, and what is still to be undone. */
export function layOutCase(reported: ReportedCase, catalogue: GuidanceCatalogue): readonly Block[] {
  const { caseWords } = catalogue.guidance;
  const rows = tellEntries(reported, catalogue).map(({ entry, text }) => ({ term: formatMoment(entry.atMs), text }));
  const { title } = reported.case;
  return [
    { kind: 'heading', level: 2, text: [caseWords.heading(reported.redact(makeVisible(title)))] },
    { kind: 'facts', rows },
    ...openBlocks(reported, catalogue),
  ];
}

/** An entry of a case and what is told of it. */
export interface ToldEntry {
  readonly entry: CaseEntry;
  readonly text: Pieces;
}

/** What happened in a case, in order; an entry with several facts is told once for each. */
export function tellEntries(reported: ReportedCase, catalogue: GuidanceCatalogue): readonly ToldEntry[] {
  const telling = prepare(reported, catalogue);
  const redact = redactor(reported);
  return reported.case.entries.flatMap((entry) => tellEntry(entry, telling).map((pieces) => ({ entry, text: pieces.map(redact) })));
}

function prepare(reported: ReportedCase, catalogue: GuidanceCatalogue): Telling {
  const { check } = reported;
  const { words, guidance } = catalogue;
  const saying = { seen: gatherSeen(check, words.units), guidance, format: guidanceFormat(check.startedAtMs, words) };
  return { reported, catalogue, saying, ledger: readCase(reported.case).ledger };
}

function openBlocks({ case: told, madeAtMs, redact }: ReportedCase, { guidance }: GuidanceCatalogue): readonly Block[] {
  const open = openChanges(readCase(told).ledger, madeAtMs);
  if (open.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: [guidance.caseWords.openHeading] },
    { kind: 'facts', rows: open.map(({ title, undo }) => ({ term: title, text: [{ exact: redact(undo) }] })) },
  ];
}

function redactor({ redact }: ReportedCase): (piece: Pieces[number]) => Pieces[number] {
  return (piece) => {
    if (typeof piece === 'string') return redact(piece);
    if ('exact' in piece) return { exact: redact(piece.exact) };
    return 'strong' in piece ? { strong: redact(piece.strong) } : piece;
  };
}

interface Telling {
  readonly reported: ReportedCase;
  readonly catalogue: GuidanceCatalogue;
  readonly saying: SayingContext;
  readonly ledger: Ledger;
}

type Tellers = {
  readonly [Kind in CaseEntry['kind']]: (entry: Extract<CaseEntry, { readonly kind: Kind }>, telling: Telling) => readonly Pieces[];
};

/** Each kind of entry in one or more rows; what only matters while the case is open is left out. */
const tellers: Tellers = {
  checked: ({ target, outcome, durationMs, vantage }, { catalogue: { words, guidance } }) => {
    const place = vantage === 'here' ? '' : ` ${guidance.caseWords.from(makeVisible(vantage))}`;
    const took = `, ${formatDuration(durationMs, words.units)}${place}`;
    return [[{ exact: formatTarget(target) }, ' ', { outcome, word: words.outcomes[outcome].word }, took]];
  },
  measured: ({ measurement }, { reported, catalogue: { guidance }, saying }) => {
    const said = describeReasons(reasonsOfMeasurement(measurement, reported), saying).map(({ text }) => text);
    const sentence = said.length === 0 ? guidance.caseWords.nothingSaid : said.join(' ');
    return [[{ strong: guidance.measurements[measurement.request.kind] }, `: ${sentence}`]];
  },
  pasted: ({ facts }, { saying }) =>
    describeReasons(facts.map(reasonOfFact), saying).map(({ text, line }) => [text, ...(line === null ? [] : [' ', { exact: line }])]),
  answered: ({ inquiry, answer }, { catalogue: { guidance }, saying }) => {
    const all: Readonly<Record<string, InquiryWords<string>>> = guidance.inquiries;
    const asked = Object.hasOwn(all, inquiry) ? all[inquiry] : undefined;
    const label = asked !== undefined && Object.hasOwn(asked.answers, answer) ? asked.answers[answer]?.label : undefined;
    return [[asked?.asks(saying.seen) ?? inquiry, ' ', { strong: label ?? makeVisible(answer) }]];
  },
  ran: ({ change }) => [[{ strong: makeVisible(change.title) }, ' ', { exact: change.command }]],
  undone: ({ changeId }, telling) => [[telling.catalogue.guidance.caseWords.undone(titleOf(changeId, telling))]],
  undo_confirmed: ({ changeId }, telling) => [[telling.catalogue.guidance.caseWords.confirmed(titleOf(changeId, telling))]],
  noted: ({ text }) => [[makeVisible(text, 'kept')]],
  taken_back: () => [],
  typed: () => [],
};

function tellEntry<Kind extends CaseEntry['kind']>(
  entry: Extract<CaseEntry, { readonly kind: Kind }>,
  telling: Telling,
): readonly Pieces[] {
  const tell: Tellers[Kind] = tellers[entry.kind];
  return tell(entry, telling);
}

function titleOf(changeId: number, { ledger }: Telling): string {
  return makeVisible(ledger.find(({ id }) => id === changeId)?.title ?? String(changeId));
}
