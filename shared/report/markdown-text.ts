import { makeVisible } from '../console/display.ts';
import type { Piece, Pieces } from './block.ts';

/** Where a text stands: in a cell of a table, a pipe ends the cell even inside a code span. */
type Place = 'line' | 'cell';

/** Pieces as one line of Markdown (CommonMark 0.31 with GitHub's additions): nothing in them opens a link, a picture, a tag, a block or a cell. */
export function markdownText(pieces: Pieces, place: Place = 'line'): string {
  return pieces.map((piece) => markdownPiece(piece, place)).join('');
}

/** A block of text exactly as it is, between fences longer than any row of backticks in it. */
export function markdownVerbatim(text: string): string {
  const shown = makeVisible(text, 'kept');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}text\n${shown}${shown.endsWith('\n') ? '' : '\n'}${fence}`;
}

function markdownPiece(piece: Piece, place: Place): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  if ('exact' in piece) return codeSpan(piece.exact, place);
  return 'strong' in piece ? `**${escapeMarkdown(piece.strong)}**` : escapeMarkdown(piece.word);
}

/**
 * Plain text that stays plain text.
 *
 * 1. What means something inside a line is escaped (CommonMark 2.4).
 * 2. So is what would make a link without brackets: "://" and "www." (GFM 6.9).
 * 3. So is what would open a block at the beginning of a line: a list, a heading's underline, a definition.
 */
function escapeMarkdown(text: string): string {
  return makeVisible(text)
    .replace(/[\\`*_[\]<>&|~$#^@]/gu, '\\$&')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./giu, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^(\s*)([-+=:!])/u, '$1\\$2')
    .replace(/^(\s*\d+)(?=[.)](?:\s|$))/u, '$1\\');
}

/** Between more backticks than it has in a row (CommonMark 6.1): nothing inside means anything. */
function codeSpan(text: string, place: Place): string {
  const shown = makeVisible(text).trim();
  if (shown === '') return '';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${space}${place === 'cell' ? shown.replaceAll('|', '\\|') : shown}${space}${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  // One by one: a call takes no hundred thousand arguments, and a peer can say as many backticks.
  for (const [run] of text.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
  return longest;
}
