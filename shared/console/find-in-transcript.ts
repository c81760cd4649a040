import type { TextEncoding } from './text-encoding.ts';
import { lineText, type TranscriptLine } from './transcript-line.ts';

/** Where a search met: offsets into the line's visible text (UTF-16). */
export interface TranscriptMatch {
  readonly lineNumber: number;
  readonly from: number;
  readonly to: number;
}

/** More matches than anybody steps through. */
const MATCH_LIMIT = 10_000;

/** Finds a text in what was said, as it is shown, upper and lower case alike; at most MATCH_LIMIT places. */
export function findInTranscript(lines: readonly TranscriptLine[], query: string, encoding: TextEncoding): readonly TranscriptMatch[] {
  if (query === '') return [];
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`), 'giu');
  const matches: TranscriptMatch[] = [];
  for (const line of lines) {
    if (line.kind === 'note') continue;
    for (const { 0: found, index } of lineText(line, encoding).matchAll(pattern)) {
      if (matches.length === MATCH_LIMIT) return matches;
      matches.push({ lineNumber: line.number, from: index, to: index + found.length });
    }
  }
  return matches;
}
