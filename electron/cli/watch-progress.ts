import { formatCount, formatDuration, formatLimit } from '../../shared/text/format.ts';
import type { CheckEvent } from '../../shared/check/event.ts';
import type { Words } from '../../shared/text/words.ts';
import type { Screen } from './screen.ts';

/** Tells a person at a terminal how far it is, on one line that goes away again. */
export interface Progress {
  /** What happens in the only check there is. */
  readonly see: (event: CheckEvent) => void;
  /** So many of many are done. */
  readonly count: (done: number) => void;
  readonly end: () => void;
}

/** Often enough to look alive, seldom enough to cost nothing. */
const REFRESH_EVERY_MS = 100;

/** A check that is quicker than this needs no progress. */
const FIRST_AFTER_MS = 200;

/** Starts to tell; silent where stderr is no terminal. */
export function watchProgress(total: number, screen: Screen, words: Words): Progress {
  if (!screen.isWatched) return { see: () => undefined, count: () => undefined, end: () => undefined };
  const startedMs = performance.now();
  let describe = (): string | null => (total > 1 ? words.terminal.runningMany('0', formatCount(total, words.units)) : null);
  const timer = setInterval(() => {
    if (performance.now() - startedMs >= FIRST_AFTER_MS) screen.progress(describe());
  }, REFRESH_EVERY_MS);
  return {
    see: (event) => {
      if (event.kind !== 'stage_started') return;
      const stageStartedMs = performance.now();
      describe = () =>
        words.terminal.running(
          words.stages[event.stage],
          formatDuration(performance.now() - stageStartedMs, words.units),
          formatLimit(event.limitMs, words.units),
        );
    },
    count: (done) => {
      describe = () => words.terminal.runningMany(formatCount(done, words.units), formatCount(total, words.units));
    },
    end: () => {
      clearInterval(timer);
      screen.progress(null);
    },
  };
}
