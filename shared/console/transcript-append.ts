import type { Target } from '../check/target.ts';
import type { SessionEnd } from './session-end.ts';
import type { SessionRequest } from './session-request.ts';
import type { TranscriptLine } from './transcript-line.ts';
import type { TranscriptSide } from './transcript-summary.ts';

/** A session of the console that begins. */
export interface TranscriptBeginning {
  readonly target: Target;
  readonly side: TranscriptSide;
  readonly request: SessionRequest;
  readonly isSentKept: boolean;
  /** Unix milliseconds. */
  readonly startedAtMs: number;
}

/** What a session came to since the last time, and how it stands now. */
export interface TranscriptAppend {
  readonly transcriptId: number;
  /** Whole lines, without what may not be kept (keep-transcript.ts). */
  readonly lines: readonly TranscriptLine[];
  /** The last line, while more of it may come, likewise. */
  readonly openLine: TranscriptLine | null;
  readonly state: TranscriptState;
}

/** How a session stands. */
export interface TranscriptState {
  readonly isSentKept: boolean;
  readonly connectionCount: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly lineCount: number;
  /** Came too fast to be written down. */
  readonly skippedBytes: number;
  /** How the last connection ended; null while it is open. */
  readonly end: SessionEnd | null;
  /** Unix milliseconds. */
  readonly atMs: number;
}
