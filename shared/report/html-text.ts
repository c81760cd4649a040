import { makeVisible } from '../console/display.ts';
import { familyOf } from '../text/outcome-words.ts';
import type { Piece, Pieces } from './block.ts';

/** Text between tags or inside a quoted attribute; what peers wrote stays text. Line ends are kept, other invisible characters are shown. */
export function escapeHtml(text: string): string {
  return makeVisible(text, 'kept').replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Pieces as HTML. Each peer's text is isolated, so that a right-to-left one does not turn its neighbours around. */
export function htmlText(pieces: Pieces): string {
  return pieces.map(htmlPiece).join('');
}

function htmlPiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  if ('exact' in piece) return piece.exact === '' ? '' : `<code>${escapeHtml(piece.exact)}</code>`;
  if ('strong' in piece) return `<strong>${escapeHtml(piece.strong)}</strong>`;
  return `<span class="outcome ${familyOf(piece.outcome)}">${escapeHtml(piece.word)}</span>`;
}
