import type { MeasurementRequest } from '../guidance/measurement.ts';
import type { Phrase } from './phrase.ts';

/** The words around guidance in the window: the panel, its case, the changes to undo, and results that people send. What guidance itself says is in `guidance/`. */
export interface GuideWords {
  readonly title: string;
  readonly show: string;
  readonly hide: string;
  /** "step 4". */
  readonly step: (number: number) => string;
  /** Before the question in the one line of a small window: "Next, step 4". */
  readonly nextStep: (number: number) => string;
  readonly tabs: Readonly<Record<'next' | 'case', string>>;
  readonly tabsLabel: string;
  readonly serverRuns: string;
  readonly commandsFor: string;
  /** There is nothing to guide from yet. */
  readonly nothingYet: string;
  readonly reading: string;
  readonly unreadable: string;
  /** Checks are not being kept: what is answered holds until the app is closed. */
  readonly notKept: string;
  readonly notWritten: string;
  readonly gone: string;
  readonly full: string;
  readonly closedCase: string;
  readonly found: string;
  readonly known: string;
  /** Things that were found not to be so. */
  readonly ruledOut: (count: number) => string;
  readonly causes: string;
  readonly whatToDo: string;
  readonly whatMayHelp: string;
  readonly words: string;
  readonly likelyBecause: (reasons: string) => string;
  readonly back: string;
  readonly answers: string;
  /** "Answer with 1 to 4". */
  readonly answerWith: (last: number) => Phrase;
  readonly measuring: MeasuringWords;
  readonly cards: CardButtonWords;
  readonly paste: PasteWords;
  readonly cases: CaseWindowWords;
  readonly changes: ChangesWords;
  readonly recheck: string;
  readonly watchUntilChange: string;
  readonly stopWatching: string;
}

/** Measuring from the panel. */
export interface MeasuringWords {
  readonly menu: string;
  readonly title: string;
  /** On the button: "Measure: ping". */
  readonly start: (what: string) => string;
  readonly running: (what: string) => string;
  readonly stop: string;
  readonly notNow: string;
  readonly nameServers: string;
  readonly nameServersHint: string;
  readonly nameServersWrong: string;
  /** Each way to measure, as an act in a menu. */
  readonly kinds: Readonly<Record<MeasurementRequest['kind'], string>>;
  readonly probes: Readonly<Record<Extract<MeasurementRequest, { kind: 'control' }>['probe'], string>>;
  readonly hop: string;
  readonly address: string;
  readonly times: string;
  readonly lost: string;
  readonly path: string;
  readonly here: string;
  readonly record: string;
  readonly server: string;
  readonly answer: string;
  readonly kept: string;
}

/** On a command. */
export interface CardButtonWords {
  readonly ways: string;
  readonly expect: string;
  readonly changes: string;
  readonly risk: string;
  readonly undo: string;
  readonly copyUndo: string;
  readonly fillIn: string;
  /** What was typed cannot stand in a command. */
  readonly wrongValue: string;
  readonly fillFirst: string;
  readonly ran: string;
  readonly undid: string;
  /** A change that was run. */
  readonly ranAt: (time: string) => string;
  readonly leftToRun: (countdown: string) => Phrase;
  readonly staysUntilUndone: string;
  readonly overByItself: string;
  readonly undone: string;
  readonly confirmed: string;
}

/** Pasting what was printed, and what somebody sent. */
export interface PasteWords {
  readonly drop: string;
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly from: string;
  readonly fromHint: string;
  readonly fromWrong: string;
  readonly usualPlace: string;
  readonly add: string;
  readonly inCase: (endpoint: string) => string;
  readonly alone: string;
  readonly readAs: (forms: string) => string;
  readonly notAll: string;
  readonly there: string;
  readonly here: string;
  readonly offer: string;
  readonly read: string;
  readonly line: string;
}

/** The case in the panel. */
export interface CaseWindowWords {
  readonly none: string;
  readonly titleLabel: string;
  readonly rename: string;
  readonly close: string;
  readonly resume: string;
  readonly isClosed: string;
  readonly timeline: string;
  readonly note: string;
  readonly addNote: string;
  readonly others: string;
  readonly open: string;
  readonly closed: (when: string) => string;
  readonly entries: (count: number) => string;
  readonly backToCurrent: string;
  readonly hideAddresses: string;
  readonly copyAsText: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly report: string;
  readonly closing: string;
  readonly closingHint: string;
  readonly closeAnyway: string;
  readonly closedNotice: (title: string) => string;
  readonly takeBack: string;
  readonly damaged: (count: number) => string;
}

/** What was changed and is still to be undone. */
export interface ChangesWords {
  readonly title: string;
  readonly empty: string;
  readonly ranFor: (time: string) => string;
  readonly status: (count: number) => Phrase;
  readonly openHost: string;
}
