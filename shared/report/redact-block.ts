import type { Block, Piece, Pieces } from './block.ts';
import { redactText, type TextRedaction } from './redact-text.ts';

/** A part of a report without what is left out. */
export function redactBlock(block: Block, how: TextRedaction): Block {
  const hide = (text: string): string => redactText(text, how);
  const hideIn = (pieces: Pieces): Pieces => pieces.map((piece) => redactPiece(piece, hide));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: hideIn(block.text) };
    case 'facts':
      return { ...block, rows: block.rows.map(({ term, text }) => ({ term: hide(term), text: hideIn(text) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(hideIn)) };
    case 'verbatim':
      return { ...block, text: hide(block.text) };
    case 'timeline':
      return block;
  }
}

function redactPiece(piece: Piece, hide: (text: string) => string): Piece {
  if (typeof piece === 'string') return hide(piece);
  if ('exact' in piece) return { exact: hide(piece.exact) };
  return 'strong' in piece ? { strong: hide(piece.strong) } : piece;
}
