import { lineEndOf, LONGEST_LINE_BYTES, type DataLine, type TranscriptLine } from './transcript-line.ts';

/** Whether a line goes on with what its side said at one moment: in what came together, or in a line too long for one. */
export function continues(line: DataLine, before: TranscriptLine | undefined): boolean {
  if (before?.kind !== line.kind || before.withheld !== null || line.withheld !== null) return false;
  const isNext = before.offsetBytes + before.bytes.length === line.offsetBytes;
  return isNext && (before.atMs === line.atMs || isCut(before));
}

/** Whether a line is too long for one, and goes on in the next. No UTF-8 character is cut either, so it may be some bytes shorter. */
export function isCut(line: DataLine): boolean {
  return lineEndOf(line) === null && line.bytes.length > LONGEST_LINE_BYTES - UTF8_LONGEST_BYTES;
}

const UTF8_LONGEST_BYTES = 4;
