import { lineText, type TranscriptLine } from '../../../shared/console/transcript-line.ts';
import { fold } from '../../../shared/history/search-text.ts';

/** So much of a transcript can be searched, in characters: its beginning. A search looks through it as it stands, without an index. */
const SEARCHED_LIMIT = 131_072;

/** What searches look at in some lines, visible and folded; null once the transcript has its share. Nothing is found across two lines. */
export function searchableText(lines: readonly TranscriptLine[], searchedBefore: number): string | null {
  const room = SEARCHED_LIMIT - searchedBefore;
  if (room <= 0) return null;
  const texts: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length >= room) break;
    if (line.kind === 'note' || line.withheld !== null) continue;
    const text = fold(lineText(line, 'utf-8'));
    texts.push(text);
    length += text.length + 1;
  }
  return texts.length === 0 ? null : texts.join('\n').slice(0, room);
}
