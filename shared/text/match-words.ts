/**
 * How well what is typed fits a text, the more the better; null when it does not. Case and accents do not count.
 *
 * Every word that is typed has to be found. Of the ways to find one the best counts:
 * 1. it begins a word of the text,
 * 2. it stands inside a word,
 * 3. it is made of first letters of words: "cac" finds "Check all certificates".
 */
export function matchWords(typed: string, text: string): number | null {
  const words = wordsOf(text);
  let fit = 0;
  for (const wanted of wordsOf(typed)) {
    const found = fitOf(wanted, words);
    if (found === 0) return null;
    fit += found;
  }
  return fit;
}

const BEGINS_WORD = 4;
const INSIDE_WORD = 2;
const FIRST_LETTERS = 1;

function fitOf(wanted: string, words: readonly string[]): number {
  const begun = words.findIndex((word) => word.startsWith(wanted));
  // The first word of a text says most about it.
  if (begun !== -1) return begun === 0 ? BEGINS_WORD + 1 : BEGINS_WORD;
  if (words.some((word) => word.includes(wanted))) return INSIDE_WORD;
  return words
    .map((word) => word[0])
    .join('')
    .includes(wanted)
    ? FIRST_LETTERS
    : 0;
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}.:]+/u).filter((word) => word !== '');
}
