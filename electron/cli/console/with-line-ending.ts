import { EOL } from 'node:os';

import { lineEndings, type LineEnding } from '../../../shared/console/line-ending.ts';

/** A line as a terminal gives it. */
export interface TypedLine {
  /** Ends in LF, on Windows in CR LF while the terminal shows what is typed; in nothing after Ctrl-D. */
  readonly typed: Uint8Array;
  /** As the terminals of this system end lines. */
  readonly terminalEnding?: string;
}

/** A typed line with the ending that was chosen, also with none. What Ctrl-D ended stays as it is. */
export function withLineEnding({ typed, terminalEnding = EOL }: TypedLine, lineEnding: LineEnding): Uint8Array {
  if (typed.at(-1) !== LINE_FEED) return typed;
  // Elsewhere a CR was typed on purpose, with Ctrl-V.
  const isReturnTheirs = terminalEnding === '\r\n' && typed.at(-2) === CARRIAGE_RETURN;
  return Buffer.concat([typed.subarray(0, isReturnTheirs ? -2 : -1), Buffer.from(lineEndings[lineEnding])]);
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
