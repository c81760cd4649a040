import { makeVisible } from './display.ts';
import type { SessionEvent } from './session-event.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

/** One line of what a side said. */
export interface DataLine {
  readonly kind: 'received' | 'sent';
  /** Counts from 1 and never changes, also when older lines are dropped. */
  readonly number: number;
  /** When its first byte came or went (Unix epoch). */
  readonly atMs: number;
  /** The bytes with their line end, at most LONGEST_LINE_BYTES; empty when they are withheld. */
  readonly bytes: Uint8Array;
  /** How many bytes it has, also when they are withheld. */
  readonly sizeBytes: number;
  /** Where it begins in its direction's stream, from the start of the session. */
  readonly offsetBytes: number;
  /** Why its bytes are not here: typed while input was masked, or sent text that is not to be kept. Null: they are. */
  readonly withheld: 'secret' | 'sent' | null;
  /** Credentials in it were replaced before it was kept (redact.ts). */
  readonly isRedacted: boolean;
}

/** Anything that happened beside the data. */
export interface NoteLine {
  readonly kind: 'note';
  readonly number: number;
  readonly atMs: number;
  readonly event: Exclude<SessionEvent, { readonly kind: 'received' | 'sent' }>;
}

/** A line of a transcript. */
export type TranscriptLine = DataLine | NoteLine;

/** A line longer than this goes on in the next: one endless line must not become one endless row. */
export const LONGEST_LINE_BYTES = 4_096;

/** What ends the line: CR LF, LF, or nothing (it goes on, or the session moved on). */
export function lineEndOf({ bytes }: DataLine): 'crlf' | 'lf' | null {
  if (bytes.at(-1) !== LINE_FEED) return null;
  return bytes.at(-2) === CARRIAGE_RETURN ? 'crlf' : 'lf';
}

/** The line as visible text without its end. */
export function lineText(line: DataLine, encoding: TextEncoding): string {
  const end = lineEndOf(line);
  const size = line.bytes.length - (end === null ? 0 : end === 'lf' ? 1 : 2);
  return makeVisible(decodeText(line.bytes.subarray(0, size), encoding));
}

/** Ends a line, in every protocol of lines. */
export const LINE_FEED = 0x0a;

/** Belongs to the line end where it stands before the line feed. */
const CARRIAGE_RETURN = 0x0d;
