import * as v from 'valibot';

/** What ends a line that a person sends. */
export const lineEndingSchema = v.picklist(['crlf', 'lf', 'cr', 'none']);

/** What ends a line that a person sends. */
export type LineEnding = v.InferOutput<typeof lineEndingSchema>;

/** The characters of each line ending. */
export const lineEndings: Readonly<Record<LineEnding, string>> = { crlf: '\r\n', lf: '\n', cr: '\r', none: '' };

/** The lines of a pasted text, each to be composed by itself; a line end at its end opens no further line. */
export function pastedLines(text: string): readonly string[] {
  return text.replace(/(?:\r\n|\r|\n)$/u, '').split(/\r\n|\r|\n/u);
}
