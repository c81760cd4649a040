import { cutMarks, hiddenRuns, tokenOf } from './display.ts';

/** A part of a visible text: as it was said, or a token that stands for one character nobody would see. */
export interface VisiblePart {
  readonly text: string;
  /** What a token is called where there is room for a small sign: ESC, NUL, U+202E; null for text. */
  readonly name: string | null;
}

/** Text as parts, so that tokens can be drawn as such. Joined, their texts are what `makeVisible` gives for it, so offsets agree. */
export function visibleParts(text: string): readonly VisiblePart[] {
  const parts: VisiblePart[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(hiddenRuns)) {
    if (index > end) parts.push({ text: cutMarks(text.slice(end, index)), name: null });
    for (const character of run) parts.push({ text: tokenOf(character), name: nameOf(character) });
    end = index + run.length;
  }
  if (end < text.length) parts.push({ text: cutMarks(text.slice(end)), name: null });
  return parts;
}

/** The names of the control characters (ECMA-48), in their order. */
const controlNames =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x7f) return 'DEL';
  return controlNames[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
