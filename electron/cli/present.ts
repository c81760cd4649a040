import type { Check } from '../../shared/check/check.ts';
import type { Outcome } from '../../shared/check/outcome.ts';
import { jsonLine } from '../../shared/report/json-line.ts';
import type { Words } from '../../shared/text/words.ts';
import { formatCheck, formatCheckRow, type Keeping } from './format-check.ts';
import { formatPart, type Part } from './plan.ts';
import { addCount, formatOutcomes, startTally } from './range-tally.ts';
import type { Batch } from './make-checks.ts';
import type { Screen } from './screen.ts';
import type { Line } from './span.ts';

/** Shows results as they come. */
export interface Presenter {
  readonly take: (batch: Batch, keeping: Keeping) => Promise<void>;
  /** Shows what is left; after it nothing comes. */
  readonly end: () => Promise<void>;
}

/** One JSON object a line, in the order the checks end. */
export function presentJson(screen: Screen): Presenter {
  return {
    take: ({ checks }) => {
      screen.resultText(checks.map(jsonLine).join(''));
      return Promise.resolve();
    },
    end: () => Promise.resolve(),
  };
}

/** So many targets are shown at length; more become a row each. */
const AT_LENGTH = 4;

/** For people: each target in the order it was named, as soon as it and those before it are done. */
export function presentToPeople(parts: readonly Part[], screen: Screen, words: Words): Presenter {
  const isAtLength = parts.length <= AT_LENGTH;
  const targetColumns = Math.max(...parts.map((part) => formatPart(part).length));
  const showOne = isAtLength ? showAtLength(words) : showInRow(targetColumns, words);
  const waiting = new Map(parts.map((part) => [part, part.portCount === 1 ? showOne() : showRange(part, words)]));
  const counts = new Map<Outcome, number>();
  let isFirst = true;

  const showDone = async (isEnd: boolean): Promise<void> => {
    for (const [part, showing] of waiting) {
      if (!isEnd && !showing.isDone()) return;
      waiting.delete(part);
      const lines = await showing.format();
      if (lines.length > 0) screen.result(isAtLength && !isFirst ? [[], ...lines] : lines);
      isFirst = false;
    }
  };
  return {
    take: async ({ part, checks, counted }, keeping) => {
      const showing = waiting.get(part);
      for (const check of checks) {
        showing?.add(check, keeping);
        addCount(counts, check.outcome, 1);
      }
      for (const [outcome, count] of counted) {
        showing?.count(outcome, count);
        addCount(counts, outcome, count);
      }
      await showDone(false);
    },
    end: async () => {
      await showDone(true);
      if (!isAtLength) screen.result([[formatOutcomes(counts, words)]]);
    },
  };
}

interface Showing {
  readonly add: (check: Check, keeping: Keeping) => void;
  /** So many more ended like this. */
  readonly count: (outcome: Outcome, count: number) => void;
  readonly isDone: () => boolean;
  readonly format: () => Promise<readonly Line[]>;
}

const showAtLength = (words: Words) => (): Showing => showOnce((check, keeping) => formatCheck(check, keeping, words));

const showInRow = (targetColumns: number, words: Words) => (): Showing =>
  showOnce((check, keeping) => [formatCheckRow({ check, keeping, targetColumns, words })]);

function showOnce(format: (check: Check, keeping: Keeping) => readonly Line[]): Showing {
  let lines: readonly Line[] | null = null;
  return {
    add: (check, keeping) => {
      lines = format(check, keeping);
    },
    // A single port always comes as a check.
    count: () => undefined,
    isDone: () => lines !== null,
    format: () => Promise.resolve(lines ?? []),
  };
}

function showRange(part: Part, words: Words): Showing {
  const tally = startTally();
  let keptNot = false;
  return {
    add: (check, keeping) => {
      keptNot ||= keeping === 'not_saved';
      tally.add(check);
    },
    count: tally.count,
    isDone: () => tally.total() === part.portCount,
    format: async () => [
      [{ text: formatPart(part), style: 'heading' }],
      ...(await tally.format(words)),
      ...(keptNot ? [[{ text: words.notSaved, style: 'quiet' as const }]] : []),
    ],
  };
}
