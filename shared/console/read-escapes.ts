import type { Composed, Mistake } from './composed.ts';
import { encodeText, type TextEncoding } from './text-encoding.ts';

/**
 * Reads typed text with escapes: \r \n \t \\, and \xNN or \NN for any byte; the rest in the text encoding.
 *
 * A backslash before anything else is a mistake with its place, so that nothing is dropped. No letter of an escape is a hexadecimal
 * digit, so \nn is a line feed and n.
 */
export function readEscapes(text: string, encoding: TextEncoding): Composed {
  const bytes: number[] = [];
  const mistakes: Mistake[] = [];
  for (const { 0: part, index } of text.matchAll(parts)) {
    const escaped = part.startsWith('\\') ? escapedByte(part.slice(1)) : null;
    if (escaped !== null) bytes.push(escaped);
    else if (part.startsWith('\\')) mistakes.push({ kind: 'unknown_escape', from: index, to: index + part.length });
    else {
      const encoded = encodeText(part, encoding);
      if (encoded.kind === 'encoded') bytes.push(...encoded.bytes);
      else mistakes.push(...encoded.characters.map(({ character, from }) => notEncodable(character, index + from)));
    }
  }
  return mistakes.length > 0 ? { kind: 'mistaken', mistakes } : { kind: 'composed', bytes: Uint8Array.from(bytes) };
}

/** A mistake about one character. */
export function notEncodable(character: string, from: number): Mistake {
  return { kind: 'not_encodable', from, to: from + character.length };
}

/** An escape, a backslash that begins none with the character after it, or plain text in pieces short enough to spread. */
const parts = /\\(?:[rnt\\]|x[\da-f]{2}|[\da-f]{2}|[^]?)|[^\\]{1,4096}/giu;

const namedBytes: Readonly<Record<string, number>> = { r: 0x0d, n: 0x0a, t: 0x09, '\\': 0x5c };

function escapedByte(escape: string): number | null {
  const named = namedBytes[escape];
  if (named !== undefined) return named;
  return /^x?[\da-f]{2}$/iu.test(escape) ? Number.parseInt(escape.slice(-2), 16) : null;
}
