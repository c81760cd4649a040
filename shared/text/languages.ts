import { english } from './english.ts';
import type { Words } from './words.ts';

/** Made from English to see what a translation would meet: the one long, the other long and from right to left. No person chooses them. */
const pseudoLanguages: readonly Pick<Words, 'language' | 'direction'>[] = [
  { language: 'en-XA', direction: 'ltr' },
  { language: 'ar-XB', direction: 'rtl' },
];

/** The catalogue of a language by its BCP 47 tag; English where there is none. */
export async function loadWords(tag: string | undefined): Promise<Words> {
  const pseudo = pseudoLanguages.find(({ language }) => language === tag);
  if (pseudo === undefined) return english;
  const { pseudoWords } = await import('./pseudo-words.ts');
  return pseudoWords(english, pseudo);
}
