import type { Outcome } from '../../check/outcome.ts';
import type { Stage } from '../../check/stage.ts';
import { formatDay, sayDuration } from '../format.ts';
import { formatTimeOfDay } from '../format-day.ts';
import { formatSpan } from '../format-span.ts';
import type { Words } from '../words.ts';

/** How numbers and words of the check stand in the sentences of guidance. */
export interface GuidanceFormat {
  readonly duration: (durationMs: number) => string;
  /** A moment as seen from the check: "2 h before", "12:31:07". */
  readonly moment: (atMs: number) => string;
  readonly day: (atMs: number) => string;
  readonly span: (spanMs: number) => string;
  readonly outcome: (outcome: Outcome) => string;
  readonly stage: (stage: Stage) => string;
  readonly failure: (code: keyof Words['failures']) => string;
  readonly list: (texts: readonly string[]) => string;
}

const DAY_MS = 86_400_000;

/** More of a list than this is not read. */
const LISTED = 3;

/** Formats for guidance about a check made then, in Unix milliseconds. */
export function guidanceFormat(checkedAtMs: number, words: Words): GuidanceFormat {
  const { units, outcomes, stages, failures } = words;
  return {
    duration: (durationMs) => sayDuration(durationMs, units),
    moment: (atMs) =>
      Math.abs(checkedAtMs - atMs) < DAY_MS ? formatTimeOfDay(atMs) : `${formatDay(atMs, units)}, ${formatTimeOfDay(atMs)}`,
    day: (atMs) => formatDay(atMs, units),
    span: (spanMs) => formatSpan(spanMs, units),
    outcome: (outcome) => outcomes[outcome].word.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
    stage: (stage) => stages[stage].replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
    failure: (code) => failures[code].brief,
    list: (texts) => `${texts.slice(0, LISTED).join(', ')}${texts.length > LISTED ? ' …' : ''}`,
  };
}
