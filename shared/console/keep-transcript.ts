import { isCut } from './continues.ts';
import { latin1, latin1Bytes } from './latin1.ts';
import { redactLine, startRedaction, type RedactionState } from './redact-line.ts';
import type { DataLine, TranscriptLine } from './transcript-line.ts';

/** What the person allowed to be kept. */
export interface KeepingChoice {
  /** Sent text too; else only that something was sent, and how much. */
  readonly isSentKept: boolean;
  /** The line is looked at while more of it may come. */
  readonly isOpen?: boolean;
}

/**
 * Turns a line of a session, with what the lines before it mean for it, into what may be written anywhere: a file, the history, a report. Pure.
 *
 * 1. Sent text is left out unless the person asked for it; what was typed masked never got here.
 * 2. Credentials are replaced, in both directions, and what was typed masked where the peer says it again. What was sent is read for that
 *    also where it is left out.
 */
export function keepLine(
  state: RedactionState,
  line: TranscriptLine,
  { isSentKept, isOpen = false }: KeepingChoice,
): { readonly state: RedactionState; readonly line: TranscriptLine } {
  if (line.kind === 'note') return { state, line };
  // One character a byte, so that what is not replaced stays exactly as it was.
  const redacted = redactLine(state, { kind: line.kind, text: latin1(line.bytes), isCut: isOpen || isCut(line) });
  if (line.kind === 'sent' && !isSentKept) return { state: redacted.state, line: withhold(line) };
  const kept = redacted.count === 0 ? line : { ...line, bytes: latin1Bytes(redacted.text), isRedacted: true };
  return { state: redacted.state, line: kept };
}

/** The same for a whole session at once. */
export function keepableLines(lines: readonly TranscriptLine[], choice: KeepingChoice): readonly TranscriptLine[] {
  let state = startRedaction;
  return lines.map((line) => {
    const kept = keepLine(state, line, choice);
    ({ state } = kept);
    return kept.line;
  });
}

function withhold(line: DataLine): DataLine {
  return { ...line, bytes: new Uint8Array(0), withheld: line.withheld ?? 'sent' };
}
