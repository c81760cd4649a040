import { cutShort } from './cut-short.ts';

/** A sentence that quotes more than this cannot be read; in characters. */
const FIRST_LINE_LENGTH = 120;

/** The first line that says something, cut to what can be read; line ends of a peer are visible tokens by now (shared/console/display.ts). */
export function firstLine(text: string): string {
  const line = text.split(/[\r\n\u240a\u240d]/u).find((candidate) => candidate.trim() !== '') ?? '';
  const trimmed = line.trim();
  return cutShort(trimmed, FIRST_LINE_LENGTH);
}
