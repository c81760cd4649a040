import * as v from 'valibot';

import { cp437Characters } from './cp437.ts';
import { latin1, latin1Bytes } from './latin1.ts';
import { escapeInvalid } from './utf8.ts';

/** How bytes of a session are read as text, and typed text becomes bytes. */
export const textEncodingSchema = v.picklist(['utf-8', 'latin-1', 'cp437']);

/** How bytes of a session are read as text, and typed text becomes bytes. */
export type TextEncoding = v.InferOutput<typeof textEncodingSchema>;

/** Every text encoding. */
export const textEncodings = textEncodingSchema.options;

/** Bytes as text that is not yet safe to show (see display.ts). Bytes that are not valid UTF-8 become \xNN, so nothing is lost. Never throws. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'latin-1') return latin1(bytes);
  if (encoding === 'cp437')
    return latin1(bytes).replace(upperHalf, (character) => cp437Characters[character.charCodeAt(0) - 0x80] ?? character);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(escapeInvalid(bytes));
}

const upperHalf = /[\u0080-\u00ff]/gu;

/** Typed text as bytes, or the characters the encoding has no byte for, each with its place (UTF-16 offset). */
export type Encoded =
  | { readonly kind: 'encoded'; readonly bytes: Uint8Array }
  | { readonly kind: 'not_encodable'; readonly characters: readonly { readonly character: string; readonly from: number }[] };

/** Turns typed text into bytes; a character that has none is told, never dropped or replaced. */
export function encodeText(text: string, encoding: TextEncoding): Encoded {
  const stranger = strangers[encoding];
  const characters = Array.from(text.matchAll(stranger), ({ 0: character, index }) => ({ character, from: index }));
  if (characters.length > 0) return { kind: 'not_encodable', characters };
  if (encoding === 'utf-8') return { kind: 'encoded', bytes: new TextEncoder().encode(text) };
  if (encoding === 'latin-1') return { kind: 'encoded', bytes: latin1Bytes(text) };
  return { kind: 'encoded', bytes: Uint8Array.from(text, (character) => cp437Byte(character)) };
}

/** Characters without a byte of their own: in UTF-8 only half a surrogate pair. */
const strangers: Readonly<Record<TextEncoding, RegExp>> = {
  'utf-8': /\p{Cs}/gu,
  'latin-1': /[^\u0000-\u00ff]/gu,
  cp437: new RegExp(`[^\\u0000-\\u007f${cp437Characters}]`, 'gu'),
};

function cp437Byte(character: string): number {
  const place = cp437Characters.indexOf(character);
  return place < 0 ? character.charCodeAt(0) : 0x80 + place;
}
