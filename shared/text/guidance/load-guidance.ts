import type { OutputWords } from '../output/output-words.ts';
import type { Words } from '../words.ts';
import type { GuidanceWords } from './guidance-words.ts';

/** All that guidance is told with in the window. */
export interface GuideCatalogue {
  readonly words: Words;
  readonly guidance: GuidanceWords;
  readonly output: OutputWords;
}

/** The words of guidance in the language of the others; loaded only when guidance is first looked at. */
export async function loadGuidance(words: Words): Promise<GuideCatalogue> {
  const [{ englishGuidance }, { englishOutput }] = await Promise.all([
    import('./english-guidance.ts'),
    import('../output/english-output.ts'),
  ]);
  if (words.language === 'en') return { words, guidance: englishGuidance, output: englishOutput };
  const { pseudoTexts } = await import('../pseudo-words.ts');
  return { words, guidance: pseudoTexts(englishGuidance, words), output: pseudoTexts(englishOutput, words) };
}
