import { latin1, latin1Bytes } from './latin1.ts';
import { redactLine, startRedaction } from './redact-line.ts';
import type { DataLine, TranscriptLine } from './transcript-line.ts';

/** What the person allowed to be kept. */
export interface KeepingChoice {
  /** Sent text too; else only that something was sent, and how much. */
  readonly isSentKept: boolean;
}

/**
 * Turns the lines of a session, given one after the other, into what may be written anywhere: a file, the history, a report.
 *
 * 1. Sent text is left out unless the person asked for it; what was typed masked never got here.
 * 2. Credentials are replaced, in both directions. What was sent is read for that also where it is left out.
 */
export function createLineKeeper({ isSentKept }: KeepingChoice): (line: TranscriptLine) => TranscriptLine {
  let state = startRedaction;
  return (line) => {
    if (line.kind === 'note') return line;
    // One character a byte, so that what is not replaced stays exactly as it was.
    const redacted = redactLine(state, { kind: line.kind, text: latin1(line.bytes) });
    ({ state } = redacted);
    if (line.kind === 'sent' && !isSentKept) return withhold(line);
    return redacted.count === 0 ? line : { ...line, bytes: latin1Bytes(redacted.text), isRedacted: true };
  };
}

/** The same for a whole session at once. */
export function keepableLines(lines: readonly TranscriptLine[], choice: KeepingChoice): readonly TranscriptLine[] {
  return lines.map(createLineKeeper(choice));
}

function withhold(line: DataLine): DataLine {
  return { ...line, bytes: new Uint8Array(0), withheld: line.withheld ?? 'sent' };
}
