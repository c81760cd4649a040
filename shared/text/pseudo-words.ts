import type { Words } from './words.ts';

/**
 * A language made of another one, to see what every translation will meet: each sentence stands in brackets, has accents on its letters and is
 * at least 40 % longer. From right to left its letters run so, too. What was put into a sentence (an address, a number) stays as it was.
 *
 * A word on the screen without brackets did not come from the catalogue.
 */
export function pseudoWords(words: Words, { language, direction }: Pick<Words, 'language' | 'direction'>): Words {
  const said = pseudoTexts(words, { direction });
  const { firstRun } = said.window;
  // What the examples put into the omnibox is read by a program.
  const examples = firstRun.examples.map((example, place) => ({ ...example, input: words.window.firstRun.examples[place]?.input ?? '' }));
  return { ...said, language, direction, window: { ...said.window, firstRun: { ...firstRun, examples } } };
}

/** The same for a part of a catalogue that is loaded apart. */
export function pseudoTexts<Texts>(texts: Texts, { direction }: Pick<Words, 'direction'>): Texts {
  return sayAll(texts, [], direction === 'rtl' ? fromRightToLeft : inBrackets);
}

type Say = (text: string, given: readonly string[]) => string;

/** The same value with every text in it said by `say`; what a function was given is kept out. */
function sayAll<Value>(value: Value, given: readonly string[], say: Say): Value;
function sayAll(value: unknown, given: readonly string[], say: Say): unknown {
  if (typeof value === 'string') return /\p{L}/u.test(value) ? say(value, given) : value;
  if (typeof value === 'function')
    return (...args: unknown[]): unknown => sayAll(Reflect.apply(value, undefined, args), textsIn(args), say);
  if (Array.isArray(value)) return value.map((one: unknown) => sayAll(one, given, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sayAll(one, given, say)]));
}

/** Every text and number in what a function was given, the longest first: a host before a part of its name. */
function textsIn(value: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (one: unknown): void => {
    if (typeof one === 'string' || typeof one === 'number') found.add(String(one));
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(look);
  };
  look(value);
  found.delete('');
  return [...found].toSorted((a, b) => b.length - a.length);
}

function inBrackets(text: string, given: readonly string[]): string {
  return `⟦${split(text, given)
    .map(({ isGiven, piece }) => (isGiven ? piece : stretch(piece)))
    .join('')}⟧`;
}

/** Right-to-left override, pop; isolates around what was given and around numbers, which keep their own direction (Unicode Standard Annex 9). */
function fromRightToLeft(text: string, given: readonly string[]): string {
  const isolated = (piece: string): string => `\u2068${piece}\u2069`;
  const pieces = split(text, given).map(({ isGiven, piece }) =>
    isGiven ? isolated(piece) : stretch(piece).replaceAll(/\p{N}+/gu, isolated),
  );
  return `\u202e⟦${pieces.join('')}⟧\u202c`;
}

/** The text in pieces: those that were given, and the sentence's own between them. */
function split(text: string, given: readonly string[]): readonly { readonly isGiven: boolean; readonly piece: string }[] {
  const whole = new Set(given);
  const escaped = given.map((one) => one.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const pieces = given.length === 0 ? [text] : text.split(new RegExp(`(${escaped.join('|')})`, 'u'));
  return pieces.filter((piece) => piece !== '').map((piece) => ({ isGiven: whole.has(piece), piece }));
}

const accents: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    c: 'ç',
    d: 'ď',
    e: 'é',
    g: 'ğ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    n: 'ñ',
    o: 'ó',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'ú',
    w: 'ŵ',
    y: 'ý',
  },
  ...{
    z: 'ž',
    A: 'Å',
    C: 'Ç',
    D: 'Đ',
    E: 'É',
    G: 'Ğ',
    H: 'Ĥ',
    I: 'Î',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ļ',
    N: 'Ñ',
    O: 'Ö',
    R: 'Ŕ',
    S: 'Š',
    T: 'Ţ',
    U: 'Û',
    W: 'Ŵ',
  },
  ...{ Y: 'Ý', Z: 'Ž' },
};

/** With accents, and every vowel twice: long words, as German has them, are harder to place than many short ones. */
function stretch(text: string): string {
  const wanted = Math.ceil([...text].filter((letter) => letter.trim() !== '').length * LONGER) - 2;
  const doubled = [...text].map((letter) => (accents[letter] ?? letter).repeat(/[aeiou]/iu.test(letter) ? 2 : 1)).join('');
  return doubled + '~'.repeat(Math.max(0, wanted - doubled.replaceAll(/\s/gu, '').length));
}

/** Short texts grow by more than this in a translation, long ones by less. */
const LONGER = 1.4;
