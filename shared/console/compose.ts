import * as v from 'valibot';

import { assertNever } from '../check/assert-never.ts';
import type { Composed } from './composed.ts';
import { latin1Bytes } from './latin1.ts';
import { lineEndings, type LineEnding } from './line-ending.ts';
import { notEncodable, readEscapes } from './read-escapes.ts';
import { readHex } from './read-hex.ts';
import { encodeText, type TextEncoding } from './text-encoding.ts';

/** How what a person types becomes bytes: as it stands, with escapes, or as hexadecimal bytes. */
export const inputFormSchema = v.picklist(['text', 'escapes', 'hex']);

/** How what a person types becomes bytes. */
export type InputForm = v.InferOutput<typeof inputFormSchema>;

/** How a session sends. */
export interface SendingChoice {
  readonly form: InputForm;
  readonly encoding: TextEncoding;
  readonly lineEnding: LineEnding;
}

/**
 * The bytes that Enter would send for one typed line, its line ending included (hexadecimal input has what is typed and no more), or its
 * mistakes. Pure, so that the preview is what is sent.
 */
export function compose(line: string, { form, encoding, lineEnding }: SendingChoice): Composed {
  switch (form) {
    case 'hex':
      return readHex(line);
    case 'escapes':
      return endLine(readEscapes(line, encoding), lineEnding);
    case 'text':
      return endLine(readText(line, encoding), lineEnding);
    default:
      return assertNever(form);
  }
}

function readText(text: string, encoding: TextEncoding): Composed {
  const encoded = encodeText(text, encoding);
  if (encoded.kind === 'encoded') return { kind: 'composed', bytes: encoded.bytes };
  return { kind: 'mistaken', mistakes: encoded.characters.map(({ character, from }) => notEncodable(character, from)) };
}

function endLine(composed: Composed, lineEnding: LineEnding): Composed {
  if (composed.kind === 'mistaken') return composed;
  return { kind: 'composed', bytes: Uint8Array.from([...composed.bytes, ...latin1Bytes(lineEndings[lineEnding])]) };
}
