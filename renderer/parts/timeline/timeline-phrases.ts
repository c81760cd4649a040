import type { EndpointStatistics } from '../../../shared/history/endpoint-statistics.ts';
import { lengthOf, type Stretch } from '../../../shared/history/stretches.ts';
import { formatDuration } from '../../../shared/text/format.ts';
import { formatShare } from '../../../shared/text/format-share.ts';
import { formatSpan } from '../../../shared/text/format-span.ts';
import { formatWhen, formatWhenShort } from '../../../shared/text/format-when.ts';
import type { Phrase } from '../../../shared/text/phrase.ts';
import type { Words } from '../../../shared/text/words.ts';

/** Shorter than this, "for 3 s" says nothing of a stretch. */
const SHORTEST_TOLD_MS = 60_000;

/** Whether it works and since when, or when it last did; null when the past is too short to tell. */
export function sinceWhen({ current, lastWorkedAtMs, firstFailedAtMs }: EndpointStatistics, nowMs: number, words: Words): Phrase | null {
  const { firstFailed, lastWorked, workedSince, neverWorked } = words.history.timeline;
  if (current === null) return null;
  if (!current.isUp) {
    const since = firstFailedAtMs === null ? [] : firstFailed(formatWhen(firstFailedAtMs, nowMs, words));
    if (lastWorkedAtMs === null) return [...neverWorked, ...since];
    const ago = formatSpan(Math.max(0, nowMs - lastWorkedAtMs), words.units);
    return [...lastWorked(ago, formatWhen(lastWorkedAtMs, nowMs, words)), ...since];
  }
  if (lengthOf(current) < SHORTEST_TOLD_MS) return null;
  return workedSince(formatSpan(lengthOf(current), words.units), formatWhenShort(current.fromMs, nowMs, words));
}

/** The numbers of a span of time, one phrase each; only what is known. */
export function numbersOf(statistics: EndpointStatistics, words: Words): readonly Phrase[] {
  const { timeline } = words.history;
  const { longestUp, longestDown, phases } = statistics;
  return [
    ...sharesOf(statistics, words),
    ...(isTold(longestUp) ? [timeline.longestUp(formatSpan(lengthOf(longestUp), words.units))] : []),
    ...(isTold(longestDown) ? [timeline.longestDown(formatSpan(lengthOf(longestDown), words.units))] : []),
    ...phases.map(({ stage, p50Ms, p95Ms }) =>
      timeline.phase(words.stages[stage], formatDuration(p50Ms, words.units), formatDuration(p95Ms, words.units)),
    ),
  ];
}

/** Of the time that was watched; of the checks when they are too far apart to say anything of the time between. */
function sharesOf({ uptimeShare, watchedMs, succeededShare }: EndpointStatistics, words: Words): readonly Phrase[] {
  const { uptime, checksWorked } = words.history.timeline;
  if (uptimeShare !== null) return [uptime(formatShare(uptimeShare, words.units), formatSpan(watchedMs, words.units))];
  return succeededShare === null ? [] : [checksWorked(formatShare(succeededShare, words.units))];
}

function isTold(stretch: Stretch | null): stretch is Stretch {
  return stretch !== null && lengthOf(stretch) >= SHORTEST_TOLD_MS;
}
