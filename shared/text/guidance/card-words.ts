import type { Card } from '../../guidance/commands/card.ts';
import type { ChangingWords, ReadingWords } from './guidance-words.ts';

/** The words that a set of commands needs: a changing one has to say what it changes. */
export type CardWordsOf<Cards extends Readonly<Record<string, Card>>> = {
  readonly [Id in keyof Cards]: Cards[Id]['effect'] extends 'reads' ? ReadingWords : ChangingWords;
};

/** The words of a command that only reads. */
export function reading(title: string, expect: string): ReadingWords {
  return { title, expect };
}

/** The words of a command that changes something. */
export function changing(title: string, changes: string, risk: string): ChangingWords {
  return { title, changes, risk };
}
