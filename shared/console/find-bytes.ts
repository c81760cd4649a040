import type { TranscriptMatch } from './find-in-transcript.ts';
import type { TranscriptLine } from './transcript-line.ts';

/** More matches than anybody steps through. */
const MATCH_LIMIT = 10_000;

/** Finds bytes in what was said, within a line; the places are offsets into the line's bytes. At most MATCH_LIMIT. */
export function findBytes(lines: readonly TranscriptLine[], wanted: Uint8Array): readonly TranscriptMatch[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const matches: TranscriptMatch[] = [];
  for (const line of lines) {
    if (line.kind === 'note') continue;
    for (let from = line.bytes.indexOf(first); from >= 0; from = line.bytes.indexOf(first, from + 1)) {
      if (!wanted.every((byte, place) => line.bytes[from + place] === byte)) continue;
      if (matches.length === MATCH_LIMIT) return matches;
      matches.push({ lineNumber: line.number, from, to: from + wanted.length });
    }
  }
  return matches;
}
