import type { Phrase } from './phrase.ts';

/** The words of what the window shows of an endpoint's past. */
export interface HistoryWords {
  readonly timeline: TimelineWords;
  readonly comparing: ComparingWords;
  readonly listed: ListedWords;
}

/** A part of time up to now. */
export type TimelineRange = 'ten_minutes' | 'hour' | 'six_hours' | 'day' | 'week' | 'month' | 'all';

/** The outcomes and reply times of an endpoint over time. */
export interface TimelineWords {
  readonly title: string;
  readonly reply: string;
  readonly outcome: string;
  readonly now: string;
  readonly range: string;
  readonly ranges: Readonly<Record<TimelineRange, string>>;
  readonly zoomOut: string;
  /** "2 h", "at 12:31". */
  readonly lastWorked: (ago: string, at: string) => Phrase;
  /** Goes on after that: "at 12:40". */
  readonly firstFailed: (at: string) => Phrase;
  /** "3 h", "08:05". */
  readonly workedSince: (span: string, from: string) => Phrase;
  readonly neverWorked: Phrase;
  readonly at: (time: string) => string;
  readonly onDay: (day: string, time: string) => string;
  /** Beside the line in the chart. */
  readonly mark: (time: string) => string;
  /** In a stretch where nothing replied. */
  readonly silent: string;
  readonly oneCheck: string;
  readonly nothingInRange: (range: string) => string;
  readonly nothingInZoom: string;
  readonly showAll: string;
  /** What the chart is, for those who do not see it, and how the keys move in it. */
  readonly chart: (endpoint: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly checkCount: (count: number, formatted: string) => string;
  readonly noReply: string;
  readonly statistics: string;
  readonly uptime: (share: string, watched: string) => Phrase;
  readonly checksWorked: (share: string) => Phrase;
  readonly longestUp: (span: string) => Phrase;
  readonly longestDown: (span: string) => Phrase;
  /** Half of the times are shorter, and 95 of 100. */
  readonly phase: (stage: string, half: string, most: string) => Phrase;
}

/** Two checks beside each other in the window. */
export interface ComparingWords {
  readonly compare: string;
  readonly sinceItWorked: string;
  readonly twoChecks: string;
  /** Over the two checks: the last that worked and the failure that is shown; two that were chosen. */
  readonly sinceNames: PairNames;
  readonly twoNames: PairNames;
  readonly back: string;
  readonly next: string;
  readonly previous: string;
  /** Of the table, for those who do not see it. */
  readonly differences: string;
  readonly note: string;
  readonly changed: string;
  /** Of a row of the table of checks. */
  readonly isChosen: string;
  readonly chosenCount: (count: number) => string;
}

/** What two checks beside each other are called. */
export interface PairNames {
  readonly older: string;
  readonly newer: string;
}

/** Which of the past checks are listed. */
export interface ListedWords {
  readonly kinds: string;
  /** `count` is null while it is not known. */
  readonly kind: Readonly<Record<'all' | 'changes' | 'failures', (count: string | null) => string>>;
  readonly filter: string;
  readonly looking: string;
  readonly noMatch: string;
  readonly clear: string;
  /** Which part of time. */
  readonly time: string;
  readonly spans: Readonly<Record<'any' | 'hour' | 'day' | 'week' | 'month' | 'timeline' | 'between', string>>;
  readonly fromDay: string;
  readonly toDay: string;
  /** Of the columns of the table. */
  readonly day: string;
  readonly endpoint: string;
  /** Checks that came while the list was scrolled. */
  readonly newOnes: (count: string) => string;
  /** Of all hosts. */
  readonly everywhere: string;
  readonly everywhereHint: string;
  readonly nothingYet: string;
}
