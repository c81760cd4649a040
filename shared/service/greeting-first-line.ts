import { toDisplay } from '../console/display.ts';

/** Longest text kept, in characters: it stands in one row of a table. */
const LONGEST_LINE = 200;

/** The first line of a greeting with something on it, as visible text for a table; of a binary one, its beginning. */
export function greetingFirstLine(bytes: Uint8Array): string {
  const isBinary = bytes.includes(0);
  const lines = isBinary ? [toDisplay(bytes)] : toDisplay(bytes, 'kept').split('\n');
  const first = lines.map((line) => line.replace(/␍$/u, '').trim()).find((line) => line !== '') ?? '';
  return Array.from(first).slice(0, LONGEST_LINE).join('');
}
