import type { cards } from '../../guidance/commands/cards.ts';
import type { SlotName } from '../../guidance/commands/slot.ts';
import type { CauseId } from '../../guidance/causes/causes.ts';
import type { openFindings } from '../../guidance/findings.ts';
import type { AnswerOf, InquiryId } from '../../guidance/inquiries/inquiries.ts';
import type { MeasurementRequest } from '../../guidance/measurement.ts';
import type { Likelihood } from '../../guidance/rank.ts';
import type { ReasonSlots } from '../../guidance/reason.ts';
import type { ServerFact, ServerFactOf, System } from '../../guidance/server-fact.ts';
import type { Place, StepId } from '../../guidance/steps.ts';
import type { Symptom } from '../../guidance/trees/trees.ts';
import type { Seen } from '../seen.ts';
import type { Words } from '../words.ts';
import type { CardWordsOf } from './card-words.ts';
import type { GuidanceFormat } from './guidance-format.ts';

/**
 * All words of guidance in one language; apart from `Words`, because a plain check needs none of them and should not load them.
 *
 * To add a language: one folder of files like the English ones; the compiler lists what is missing.
 *
 * Words say only what the evidence shows: a finding is certain, a cause is not. A term of the trade is explained in the glossary,
 * once, where it is first shown.
 */
export interface GuidanceWords {
  /** What the matter is, before anything is found out. */
  readonly symptoms: Readonly<Record<Symptom, string>>;
  readonly inquiries: { readonly [Id in InquiryId]: InquiryWords<AnswerOf<Id>> };
  readonly findings: Readonly<Record<keyof typeof openFindings, Say>>;
  readonly causes: Readonly<Record<CauseId, CauseWords>>;
  readonly likelihoods: Readonly<Record<Likelihood, string>>;
  readonly reasons: ReasonWords;
  readonly facts: { readonly [Kind in ServerFact['kind']]: (fact: ServerFactOf<Kind>, about: Pick<Seen, 'port'>) => string };
  readonly sources: SourceWords;
  readonly steps: Readonly<Record<StepId, Say>>;
  readonly places: Readonly<Record<Place, string>>;
  readonly systems: Readonly<Record<System, string>>;
  readonly cards: CardWordsOf<typeof cards>;
  readonly effects: Readonly<Record<'reads' | 'changes_undoes_itself' | 'changes', string>>;
  readonly slots: Readonly<Record<SlotName, string>>;
  readonly measurements: Readonly<Record<MeasurementRequest['kind'], string>>;
  /** A word as it stands in sentences, and what it means. */
  readonly glossary: Readonly<Record<string, string>>;
  readonly explanation: ExplanationWords;
  readonly caseWords: CaseWords;
}

/** The words of a case in a report. */
export interface CaseWords {
  readonly heading: (title: string) => string;
  readonly from: (place: string) => string;
  readonly nothingSaid: string;
  readonly undone: (title: string) => string;
  readonly confirmed: (title: string) => string;
  readonly openHeading: string;
}

/** All words guidance is told with: it also speaks of outcomes, durations and failures. */
export interface GuidanceCatalogue {
  readonly words: Words;
  readonly guidance: GuidanceWords;
}

/** A sentence that speaks of the check. */
export type Say = (seen: Seen) => string;

/** The words of one thing to find out. */
export interface InquiryWords<Answer extends string> {
  /** The question: "Is anything listening there?" */
  readonly asks: Say;
  /** Why it matters and what is to be seen, under the question. */
  readonly why: Say;
  readonly answers: Readonly<Record<Answer, AnswerWords>>;
}

/** One answer. */
export interface AnswerWords {
  /** As it is offered and stated: "It printed nothing". */
  readonly label: string;
  /** What follows from it, as a sentence; empty when nothing does. */
  readonly means: string;
}

/** The words of one cause. */
export interface CauseWords {
  readonly name: string;
  /** What is said when a path has singled it out. */
  readonly found: Say;
  /** Why it is thought of at all, when nothing in particular speaks for it. */
  readonly usual: string;
}

/** A reason in a sentence; numbers and times come formatted. */
export type ReasonWords = {
  readonly [Kind in Exclude<keyof ReasonSlots, 'fact'>]: (slots: ReasonSlots[Kind], format: GuidanceFormat) => string;
};

/** How something is known, in a few words: "check 14:26", "pasted 14:21", "you, 14:28". */
export interface SourceWords {
  readonly check: (time: string, vantage: string | null) => string;
  readonly measurement: (what: string, time: string, vantage: string | null) => string;
  readonly fact: Readonly<Record<ServerFact['source'], (time: string) => string>>;
}

/** The words of a command that only reads. */
export interface ReadingWords {
  readonly title: string;
  /** What to look for in what it prints. */
  readonly expect: string;
}

/** The words of a command that changes something: said before it can be copied. */
export interface ChangingWords {
  readonly title: string;
  /** What it changes, for whom, and for how long, in one line. */
  readonly changes: string;
  /** What may go wrong. */
  readonly risk: string;
}

/** The words around an explanation on the command line. */
export interface ExplanationWords {
  readonly knownHeading: string;
  readonly causesHeading: string;
  readonly stepsHeading: string;
  readonly termsHeading: string;
  readonly undo: string;
  readonly changes: string;
  readonly risk: string;
  readonly look: string;
  readonly nextMeasurement: (what: string) => string;
  readonly nextQuestion: (question: string) => string;
  /** A place of a command that a person has to fill in. */
  readonly open: (place: string) => string;
}
