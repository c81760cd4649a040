import * as v from 'valibot';

import { assertNever } from '../check/assert-never.ts';
import { makeVisible } from './display.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

/** The forms bytes can be copied in. */
export const copyFormSchema = v.picklist(['text', 'hex', 'c_string', 'printf']);

/** The forms bytes can be copied in. */
export type CopyForm = v.InferOutput<typeof copyFormSchema>;

/** Bytes for the clipboard; only "text" depends on the encoding, and only it is not exact. */
export function copyAs(form: CopyForm, bytes: Uint8Array, encoding: TextEncoding): string {
  switch (form) {
    case 'text':
      return makeVisible(decodeText(bytes, encoding), 'kept');
    case 'hex':
      return Array.from(bytes, hexOf).join(' ');
    case 'c_string':
      return `"${Array.from(bytes, cCharacter).join('')}"`;
    case 'printf':
      return `printf '${Array.from(bytes, printfCharacter).join('')}'`;
    default:
      return assertNever(form);
  }
}

/** A byte as two hexadecimal digits. */
export function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

const escapes: Readonly<Record<number, string>> = { 0x09: '\\t', 0x0a: '\\n', 0x0d: '\\r', 0x5c: '\\\\' };

/** Three octal digits, because a hexadecimal escape of C goes on as long as digits follow. */
function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

function cCharacter(byte: number): string {
  const character = String.fromCharCode(byte);
  // A question mark could begin a trigraph.
  if (character === '"' || character === '?') return `\\${character}`;
  return escapes[byte] ?? (isPrintable(byte) ? character : octal(byte));
}

/** Inside single quotes for a POSIX shell. A leading hyphen would be an option of printf, so it is written as a number too. */
function printfCharacter(byte: number, index: number): string {
  const character = String.fromCharCode(byte);
  if (character === '%') return '%%';
  if (character === "'" || (character === '-' && index === 0)) return octal(byte);
  return escapes[byte] ?? (isPrintable(byte) ? character : octal(byte));
}
