import { endOutcome } from '../../../shared/console/end-outcome.ts';
import type { NoteLine } from '../../../shared/console/transcript-line.ts';
import { describeSessionEvent } from '../../../shared/text/describe-session-event.ts';
import { formatClock, formatDuration } from '../../../shared/text/format.ts';
import { familyOf, wordFor, type OutcomeFamily } from '../../../shared/text/outcome-words.ts';
import type { Words } from '../../../shared/text/words.ts';

/** What a note is told with. */
export interface NoteContext {
  readonly endpoint: string;
  readonly words: Words;
  /** When the line before it was (Unix epoch), or null. */
  readonly beforeMs: number | null;
}

/** A note as it is drawn. */
export interface NoteText {
  /** A line across: another connection begins. */
  readonly isDivider: boolean;
  /** The sign and the word of how a connection ended, where that is an outcome. */
  readonly outcome: { readonly family: OutcomeFamily; readonly word: string } | null;
  /** The word of the outcome is its beginning. */
  readonly sentence: string;
}

/** What a note says. */
export function noteText({ event }: NoteLine, { endpoint, words, beforeMs }: NoteContext): NoteText {
  if (event.kind === 'opening' && event.connection > 1) {
    const later = beforeMs === null ? null : formatDuration(event.atMs - beforeMs, words.units);
    return {
      isDivider: true,
      outcome: null,
      sentence: words.consoleWindow.view.reconnected(formatClock(event.atMs, words.units).slice(0, 8), later),
    };
  }
  const said = describeSessionEvent(event, { endpoint }, words);
  const outcome = event.kind === 'ended' ? endOutcome(event.end) : null;
  if (outcome === null) return { isDivider: false, outcome: null, sentence: said };
  const word = wordFor(outcome, words);
  return { isDivider: false, outcome: { family: familyOf(outcome), word }, sentence: `${word}. ${said}` };
}
