import { formatCount, formatDuration } from '../../../shared/text/format.ts';
import { formatMinute, formatWhenShort } from '../../../shared/text/format-when.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { SeenCell } from './drawn-cells.ts';

/** When a cell was: 12:31 to 12:33, or only its minute when it is no longer than that. */
export function cellTime({ fromMs, toMs }: SeenCell, nowMs: number, words: Words): string {
  const [from, to] = [formatWhenShort(fromMs, nowMs, words), formatWhenShort(toMs, nowMs, words)];
  return from === to ? formatMinute(fromMs) : words.history.timeline.between(from, to);
}

/** What was seen in a cell beside its outcome: the reply time, and how many checks when there are more. */
export function cellFacts({ reply, checkCount }: SeenCell, { history, units }: Words): readonly string[] {
  const { noReply, checkCount: counted } = history.timeline;
  return [
    reply === null ? noReply : formatDuration(reply.medianMs, units),
    ...(checkCount === 1 ? [] : [counted(checkCount, formatCount(checkCount, units))]),
  ];
}

/** A cell as one line, as it is read aloud. */
export function describeCell(cell: SeenCell, nowMs: number, words: Words): string {
  return [cellTime(cell, nowMs, words), words.outcomes[cell.worst].word, ...cellFacts(cell, words)].join(', ');
}
