import type { Composed, Mistake } from './composed.ts';

/**
 * Reads bytes typed in hexadecimal: "51 55 49 54", "0x51,0x55", "51:55", "51554954".
 *
 * 1. Spaces, line ends, commas, colons and semicolons part; 0x and \x may stand before the digits.
 * 2. Digits come in pairs. An odd run, and anything else, is a mistake with its place: no digit is added, cut or dropped.
 */
export function readHex(text: string): Composed {
  const bytes: number[] = [];
  const mistakes: Mistake[] = [];
  for (const { 0: word, index } of text.matchAll(/[^\s,:;]+/gu)) {
    const digits = word.replace(/^(?:0x|\\x)/iu, '');
    const from = index + word.length - digits.length;
    const strangers = Array.from(digits.matchAll(/[^\da-f]+/giu), ({ 0: { length }, index: place }) => ({
      from: from + place,
      to: from + place + length,
    }));
    if (strangers.length > 0) mistakes.push(...strangers.map((place) => ({ kind: 'not_hexadecimal' as const, ...place })));
    else if (digits.length % 2 === 1 || digits === '') mistakes.push({ kind: 'odd_digits', from: index, to: index + word.length });
    else for (const pair of digits.match(/../gu) ?? []) bytes.push(Number.parseInt(pair, 16));
  }
  return mistakes.length > 0 ? { kind: 'mistaken', mistakes } : { kind: 'composed', bytes: Uint8Array.from(bytes) };
}
